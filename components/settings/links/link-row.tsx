'use client'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConfirmButton } from '@/components/settings/confirm-button'
import { useInstantText } from '@/components/settings/use-instant-text'
import { useSettingsWrite } from '@/components/settings/use-settings-write'
import { useAddressWords } from '@/components/settings/views/use-address-words'
import { Button } from '@/components/ui/button'
import type { Clock } from '@/lib/report/named-period'
import type { ShareFacts } from '@/lib/settings/share-link'
import { ChangeLink } from './change-link'

/** Where the desk shows the same. */
function deskHref({ subject }: ShareFacts): string {
  return subject.kind === 'view' ? subject.address : `/reviews/${subject.key}?revision=${subject.revision}`
}

export interface LinkRowProps {
  link: ShareFacts
  /** `zone` is IANA. */
  clock: Clock & { zone: string }
}

/** A link: what it shows and how, who made it, when it was opened, and the buttons that pause and end it. */
export function LinkRow({ link, clock }: LinkRowProps) {
  const t = useTranslations('settings.links')
  const share = useTranslations('share')
  const shell = useTranslations('shell')
  const moment = useInstantText(clock)
  const addressWords = useAddressWords(clock)
  const { id, name, subject, hint, sections, createdBy, createdAt, lastUsedAt, expiresAt, state } = link
  const isPaused = state === 'paused'
  const [isChanging, setChanging] = useState(false)
  const change = useSettingsWrite({ done: () => t(isPaused ? 'resumed' : 'paused', { name }) })
  const end = useSettingsWrite({ done: () => t('revoked', { name }) })
  const isPending = change.isPending || end.isPending
  const what =
    subject.kind === 'view' ? `${shell('outbound')}, ${addressWords(subject.address)}` : t('ofReview', { ...subject })
  const facts = [
    what,
    sections.map(section => share(`section.${section}`)).join(', '),
    link.showsNames && t('withNames'),
    link.showsNumbers && t('withNumbers'),
    link.hasPassphrase && t('withPassphrase'),
    link.unfolds && t('unfolds'),
  ]
  const times = [
    createdBy === null
      ? t('made', { time: moment(createdAt) })
      : t('madeBy', { name: createdBy, time: moment(createdAt) }),
    lastUsedAt === null ? t('neverUsed') : t('lastUsed', { time: moment(lastUsedAt) }),
  ]
  const ends =
    expiresAt === null ? t('neverExpires') : t(state === 'expired' ? 'expired' : 'expires', { time: moment(expiresAt) })
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-line border-t py-3 first:border-t-0 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium [overflow-wrap:anywhere]">
          <Link href={deskHref(link)} dir="auto" className="underline-offset-4 hover:underline">
            {name}
          </Link>{' '}
          <span className="font-mono font-normal text-[13px] text-ink-3">…{hint}</span>{' '}
          {isPaused && (
            <span className="rounded bg-sunken px-1.5 font-normal text-[13px] text-ink-2">{t('isPaused')}</span>
          )}
        </p>
        <p className="text-[13px] text-ink-2 text-pretty">{facts.filter(Boolean).join(' · ')}</p>
        <p className="num text-[13px] text-ink-3 text-pretty">
          {times.join(' · ')} · <span className={state === 'expired' ? 'text-down' : undefined}>{ends}</span>
        </p>
      </div>
      {isChanging && <ChangeLink link={link} ends={ends} onClosed={() => setChanging(false)} />}
      <div className="flex flex-wrap gap-2">
        {state !== 'expired' && (
          <Button
            disabled={isPending}
            aria-label={t(isPaused ? 'resumeOf' : 'pauseOf', { name })}
            onClick={() => change.mutate({ method: 'PATCH', path: `/api/shares/${id}`, body: { paused: !isPaused } })}
          >
            {t(isPaused ? 'resume' : 'pause')}
          </Button>
        )}
        {link.mine && (
          <Button aria-label={t('changeOf', { name })} onClick={() => setChanging(true)}>
            {t('change')}
          </Button>
        )}
        <ConfirmButton
          look="chip"
          className={isPending ? 'pointer-events-none opacity-50' : undefined}
          label={t('revokeOf', { name })}
          question={t('revokeQuestion', { name })}
          consequence={t('revokeText')}
          deed={t('revoke')}
          cancel={t('cancel')}
          onConfirm={() => end.mutate({ method: 'DELETE', path: `/api/shares/${id}` })}
        >
          {t('revoke')}
        </ConfirmButton>
      </div>
    </li>
  )
}
