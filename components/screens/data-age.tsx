'use client'
import clsx from 'clsx'
import { useLocale, useTranslations } from 'next-intl'
import { ageText } from '@/lib/tv/age'
import { isBehind, type ScreenView } from '@/lib/tv/fleet'
import { type Clock, formatSince } from './since'

/** As on the wall: amber when the numbers are late or Allo does not answer, red from 30 minutes. */
const TONES = { fresh: '', amber: 'font-medium text-won-ink', red: 'font-medium text-down' } as const

/** How old the numbers are that a screen shows by its own account, which is none of what the server has. */
export function DataAge({ screen: { reported, state }, clock }: { screen: ScreenView; clock: Clock }) {
  const t = useTranslations('screens.data')
  const language = useLocale() === 'fr' ? 'fr' : 'en'
  if (reported?.fetchedAt === undefined) return t('untold')
  const { fetchedAt, every, isFailing = false } = reported
  const { text, tone } = ageText(
    { fetchedAt, every, isFailing, zone: clock.zone, language },
    clock.now,
    // Who is not heard tells of the past only.
    state === 'silent',
    {
      updated: t('updated'),
      failing: t('failing'),
      failingNever: t('failingNever'),
      offline: t('silent'),
      offlineNever: t('never'),
      never: t('never'),
    },
  )
  // That a dark screen has no numbers is nothing to worry about, heard or not.
  return <span className={fetchedAt === null && !isFailing ? undefined : TONES[tone]}>{text}</span>
}

/** Says of a screen that the server has newer numbers for it, which do not arrive. Nothing for the others. */
export function BehindNote({ screen, clock: { zone, now } }: { screen: ScreenView; clock: Clock }) {
  const t = useTranslations('screens.data')
  const locale = useLocale()
  const { servedAt } = screen
  if (servedAt === null || !isBehind(screen)) return null
  const time = formatSince(servedAt, { zone, now }, locale)
  return <p className={clsx('num text-[13px]', TONES.red)}>{t('behind', { time })}</p>
}
