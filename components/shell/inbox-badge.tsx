'use client'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { useObstacle } from '@/lib/client/features'
import { latestQuery } from '@/lib/client/latest-query'
import { formatCount } from '@/lib/format/numbers'

/** How many conversations wait in the inbox; nothing when none does, or nobody knows. */
export default function InboxBadge() {
  const t = useTranslations('latest')
  const locale = useLocale()
  const obstacle = useObstacle('conversations')
  const { data } = useQuery({ ...latestQuery(), enabled: obstacle === null })
  if (!data?.unread) return null
  return (
    <span className="num ml-auto pl-1 font-normal text-[12px] text-ink-2">
      <span aria-hidden>{formatCount(data.unread, locale)}</span>
      <span className="sr-only">{t('unread', { count: data.unread })}</span>
    </span>
  )
}
