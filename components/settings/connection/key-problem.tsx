'use client'
import { useTranslations } from 'next-intl'
import { useErrorText } from '@/components/report/error-text'
import type { ConnectionFailure } from '@/lib/connection'

/** Failures that somebody can do something about, each with what to do. */
const KNOWN = [
  'ALLO_KEY_INVALID',
  'ALLO_KEY_REVOKED',
  'ALLO_TRIAL_PLAN',
  'ALLO_UNREACHABLE',
  'ALLO_TIMEOUT',
  'ALLO_FAILED',
  'ALLO_QUOTA_EXCEEDED',
] as const

/** Why Allo does not answer this key, and what to do about it. */
export function KeyProblem({ failure, isOlderShown }: { failure: ConnectionFailure; isOlderShown: boolean }) {
  const t = useTranslations('settings.connection')
  const errorText = useErrorText()
  const known = KNOWN.find(code => code === failure.code)
  return (
    <div role="status" className="mb-4 rounded-lg border border-line bg-sunken px-4 py-3 text-pretty">
      <p className="font-semibold text-down">{t(`problems.${known ?? 'other'}.title`)}</p>
      {!known && <p className="mt-1">{errorText({ ...failure, requestId: failure.requestId ?? undefined })}</p>}
      <p className="mt-1 max-w-prose text-ink-2">{t(`problems.${known ?? 'other'}.advice`)}</p>
      {isOlderShown && <p className="mt-1 text-ink-2">{t('stillShown')}</p>}
      {failure.requestId && (
        <p className="mt-1 text-[13px] text-ink-3 [overflow-wrap:anywhere]">
          {t('reference', { id: failure.requestId })}
        </p>
      )}
    </div>
  )
}
