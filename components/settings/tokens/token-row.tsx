'use client'
import { useTranslations } from 'next-intl'
import { ConfirmButton } from '@/components/settings/confirm-button'
import { type Clock, useInstantText } from '@/components/settings/use-instant-text'
import { useSettingsWrite } from '@/components/settings/use-settings-write'
import type { TokenFacts } from '@/lib/settings/token'

/** A token: what tells it from others, who made it, when it was used, and the button that ends it. */
export function TokenRow({ token, clock }: { token: TokenFacts; clock: Clock }) {
  const t = useTranslations('settings.tokens')
  const moment = useInstantText(clock)
  const { mutate, isPending } = useSettingsWrite({ done: () => t('revoked', { name: token.name }) })
  const { id, name, hint, createdBy, createdAt, lastUsedAt, expiresAt, expired } = token
  const ends = expiresAt === null ? t('neverExpires') : t(expired ? 'expired' : 'expires', { time: moment(expiresAt) })
  const made =
    createdBy === null
      ? t('made', { time: moment(createdAt) })
      : t('madeBy', { name: createdBy, time: moment(createdAt) })
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-line border-t py-3 first:border-t-0 first:pt-0 last:pb-0">
      <div className="min-w-0">
        <p className="font-medium break-words">
          {name} <span className="font-mono font-normal text-[13px] text-ink-3">…{hint}</span>
        </p>
        <p className="num text-[13px] text-ink-3 text-pretty">
          {made} · {lastUsedAt === null ? t('neverUsed') : t('lastUsed', { time: moment(lastUsedAt) })} ·{' '}
          <span className={expired ? 'text-down' : undefined}>{ends}</span>
        </p>
      </div>
      <ConfirmButton
        look="chip"
        className={isPending ? 'pointer-events-none opacity-50' : undefined}
        label={t('revokeOf', { name })}
        question={t('revokeQuestion', { name })}
        consequence={t('revokeText')}
        deed={t('revoke')}
        cancel={t('cancel')}
        onConfirm={() => mutate({ method: 'DELETE', path: `/api/tokens/${id}` })}
      >
        {t('revoke')}
      </ConfirmButton>
    </li>
  )
}
