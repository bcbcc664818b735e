'use client'
import { Monitor, Smartphone } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type Clock, useInstantText } from '@/components/settings/use-instant-text'
import { useSettingsWrite } from '@/components/settings/use-settings-write'
import { Button } from '@/components/ui/button'
import type { SessionPlace } from '@/lib/settings/session-place'

/** One place where one is signed in, with a button to end it; this very one is marked instead. */
export function PlaceRow({ place, clock }: { place: SessionPlace; clock: Clock }) {
  const t = useTranslations('settings.account')
  const instantText = useInstantText(clock)
  const end = useSettingsWrite({ done: () => t('ended') })
  const { id, here, browser, system, address } = place
  const device = t('device', { browser: browser ?? 'none', system: system ?? 'none' })
  const Icon = place.handheld ? Smartphone : Monitor
  const since = t('since', { time: instantText(place.signedInAt) })
  const facts = [
    since,
    !here && t('seen', { time: instantText(place.lastSeenAt) }),
    address !== null && t('address', { address }),
  ].filter(Boolean)
  return (
    <li className="flex items-center gap-3 py-3">
      <Icon aria-hidden size={18} strokeWidth={1.75} className="shrink-0 text-ink-3" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{device}</p>
        <p className="num text-[13px] text-ink-3 text-pretty">{facts.join(' · ')}</p>
      </div>
      {here ? (
        <span className="shrink-0 px-2.5 text-[13px] text-ink-3">{t('here')}</span>
      ) : (
        <Button
          look="ghost"
          disabled={end.isPending}
          aria-label={t('endOf', { device, time: since })}
          onClick={() => end.mutate({ method: 'DELETE', path: `/api/account/sessions/${id}` })}
        >
          {t('end')}
        </Button>
      )}
    </li>
  )
}
