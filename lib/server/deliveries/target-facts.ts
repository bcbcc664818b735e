import 'server-only'
import type { Delivery, Target } from '@/lib/server/db/deliveries'
import { workspace } from '@/lib/server/workspace'
import { DELIVERY_FAILURES, type DeliveryFacts, type TargetFacts } from '@/lib/settings/delivery'
import { maskAddress } from './chat-address'
import { nextDue } from './due'
import { unseal } from './seal'
import { revisionOf } from './target-revision'

function toDeliveryFacts({ reviewKey, recipient, state, attempts, error, changedAt, nextAt }: Delivery): DeliveryFacts {
  return {
    reviewKey,
    recipient,
    state,
    attempts,
    error: DELIVERY_FAILURES.find(failure => failure === error) ?? null,
    changedAt: changedAt.toISOString(),
    nextAt: state === 'waiting' ? nextAt.toISOString() : null,
  }
}

/** A target as the settings show it; a chat's address is masked. */
export function toFacts(target: Target, rows: Delivery[]): TargetFacts {
  const { id, kind, name, locale, at, periods, pausedAt } = target
  const now = Date.now()
  const next = Math.min(...periods.map(period => nextDue(period, at, workspace().zone, now).at))
  return {
    id,
    kind,
    name,
    address: kind === 'mail' ? target.address : maskAddress(unseal(target.address, id)),
    locale,
    at,
    periods,
    paused: pausedAt !== null,
    revision: revisionOf(target),
    nextAt: pausedAt === null && Number.isFinite(next) ? new Date(next).toISOString() : null,
    deliveries: rows.map(toDeliveryFacts),
  }
}
