'use client'
import clsx from 'clsx'
import { useLocale, useTranslations } from 'next-intl'
import { formatAge } from '@/lib/format/durations'
import type { ScreenView } from '@/lib/tv/fleet'
import { type Clock, formatSince } from './since'

const DOTS = { on: 'bg-up', late: 'bg-won', silent: 'bg-down', never: 'bg-prev' } as const

interface ScreenStateProps {
  screen: Pick<ScreenView, 'state' | 'seenAt'>
  clock: Clock
}

/** How a screen stands, in words: "On, heard 12 s ago", "Silent since 14:02". */
export function ScreenState({ screen: { state, seenAt }, clock }: ScreenStateProps) {
  const t = useTranslations('screens.states')
  const locale = useLocale()
  const away = seenAt === null ? 0 : Math.max(0, clock.now - Date.parse(seenAt))
  function words(): string {
    if (seenAt === null || state === 'never') return t('never')
    if (state !== 'silent') return t(state, { age: formatAge(away / 1000, locale) })
    return t('silent', { time: formatSince(seenAt, clock, locale) })
  }
  return (
    <p className="num flex items-center gap-2 text-[13px]">
      <span aria-hidden className={clsx('size-2 shrink-0 rounded-full', DOTS[state])} />
      <span className={state === 'silent' ? 'text-down' : 'text-ink-2'}>{words()}</span>
    </p>
  )
}
