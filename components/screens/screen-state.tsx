'use client'
import clsx from 'clsx'
import { useLocale, useTranslations } from 'next-intl'
import { formatInstant, formatTime } from '@/lib/format/dates'
import { formatAge } from '@/lib/format/durations'
import type { ScreenView } from '@/lib/tv/fleet'

const DOTS = { on: 'bg-up', late: 'bg-won', silent: 'bg-down', never: 'bg-prev' } as const

/** Milliseconds after which a time of day alone no longer says which day. */
const SAME_DAY = 12 * 3_600_000

interface ScreenStateProps {
  screen: Pick<ScreenView, 'state' | 'seenAt'>
  /** IANA zone of the workspace. */
  zone: string
  /** Epoch milliseconds. */
  now: number
}

/** How a screen stands, in words: "On, heard 12 s ago", "Silent since 14:02". */
export function ScreenState({ screen: { state, seenAt }, zone, now }: ScreenStateProps) {
  const t = useTranslations('screens.states')
  const locale = useLocale()
  const away = seenAt === null ? 0 : Math.max(0, now - Date.parse(seenAt))
  function words(): string {
    if (seenAt === null || state === 'never') return t('never')
    if (state !== 'silent') return t(state, { age: formatAge(away / 1000, locale) })
    return t('silent', { time: away < SAME_DAY ? formatTime(seenAt, zone) : formatInstant(seenAt, zone, locale) })
  }
  return (
    <p className="num flex items-center gap-2 text-[13px]">
      <span aria-hidden className={clsx('size-2 shrink-0 rounded-full', DOTS[state])} />
      <span className={state === 'silent' ? 'text-down' : 'text-ink-2'}>{words()}</span>
    </p>
  )
}
