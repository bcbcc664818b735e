'use client'
import { useTranslations } from 'next-intl'
import { callHref } from '@/lib/client/call-list'
import { formatClock } from './clock'
import { CopyLink } from './copy-link'

/** Copies the address of a call at the second that is playing, for whoever is to hear just that. */
export function CopyMoment({ id, seconds }: { id: string; seconds: number }) {
  const t = useTranslations('call')
  return (
    <p className="num flex justify-end">
      <CopyLink href={callHref(id, seconds)} label={t('copyAt', { at: formatClock(seconds) })} />
    </p>
  )
}
