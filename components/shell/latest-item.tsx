'use client'
import { PhoneIncoming, PhoneOutgoing } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { formatAge, formatDuration } from '@/lib/format/durations'
import { formatPhone } from '@/lib/format/phone'
import type { LatestCall } from '@/lib/report/latest'
import { PlaceLink } from './place-link'

const KNOWN = ['ANSWERED', 'VOICEMAIL', 'TRANSFERRED', 'CLOSED'] as const

/**
 * One call of the strip, as a link to it.
 *
 * @param now milliseconds; the call's age is told as of then
 */
export function LatestItem({ call, now }: { call: LatestCall; now: number }) {
  const t = useTranslations('latest')
  const locale = useLocale()
  const { id, direction, date, duration, result, person, contact, contactNumber } = call
  const Icon = direction === 'inbound' ? PhoneIncoming : PhoneOutgoing
  const known = KNOWN.find(each => each === result)
  const outcome =
    known === 'ANSWERED' && duration !== null ? formatDuration(duration, locale) : known ? t(`results.${known}`) : null
  const age = t('ago', { age: formatAge((now - Date.parse(date)) / 1000, locale) })
  const details = [person, outcome, age].filter(Boolean).join(' · ')
  return (
    <PlaceLink
      href={`/calls/${encodeURIComponent(id)}`}
      className="flex max-w-[340px] items-center gap-1.5 rounded-lg px-2 py-1.5 text-[13px] hover:bg-sunken"
    >
      <Icon aria-hidden size={14} strokeWidth={1.75} className="shrink-0 text-ink-3" />
      <span className="sr-only">{t(direction)}</span>
      <bdi className="num min-w-12 truncate font-medium">{contact ?? formatPhone(contactNumber)}</bdi>
      <span className="num truncate text-ink-3">{details}</span>
    </PlaceLink>
  )
}
