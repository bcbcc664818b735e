'use client'
import { useLocale } from 'next-intl'
import { formatInstant } from '@/lib/format/dates'

/** What it takes to tell an instant in words: the workspace's zone (IANA) and today's date in it. */
export interface Clock {
  zone: string
  today: string
}

/** Writes ISO instants as the workspace's wall clock: "Apr 21, 10:42". */
export function useInstantText({ zone, today }: Clock): (instant: string) => string {
  const locale = useLocale()
  return instant => formatInstant(instant, zone, locale, today)
}
