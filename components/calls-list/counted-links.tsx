'use client'
import { useQueries } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { callsCountQuery } from '@/lib/client/calls-query'
import type { CallsView } from '@/lib/client/calls-view'
import { usePinnedViews } from '@/lib/client/views'
import { formatCount } from '@/lib/format/numbers'
import { ALL_CALLS, type CallsQuery, readCalls, writeCalls } from '@/lib/report/calls-query'

const LINK =
  'inline-flex h-7 max-w-full min-w-0 items-center gap-1.5 rounded-lg bg-sunken px-2.5 text-[13px] text-ink-2 no-underline hover:text-ink max-sm:h-9 aria-[current=page]:bg-surface aria-[current=page]:font-medium aria-[current=page]:text-ink aria-[current=page]:shadow-hairline'

interface CountedLinksProps extends Pick<CallsView, 'query' | 'linkTo'> {
  /** Tags that count as a conversion. */
  conversionTags: string[]
  /** The list itself is here: what it waits for comes first. */
  ready: boolean
}

/** Questions that are asked often and searches of one's own, each with how many there are. */
export function CountedLinks({ query, linkTo, conversionTags, ready }: CountedLinksProps) {
  const t = useTranslations('calls.counted')
  const locale = useLocale()
  const pinned = usePinnedViews()
  const links: { key: string; name: string; asked: CallsQuery }[] = [
    {
      key: 'voicemails',
      name: t('voicemails'),
      asked: { ...ALL_CALLS, direction: 'inbound', result: 'voicemail', dates: 'this-week' },
    },
    { key: 'unanswered', name: t('unanswered'), asked: { ...ALL_CALLS, type: 'all', unanswered: true } },
    ...(conversionTags.length > 0
      ? [
          {
            key: 'conversions',
            name: t('conversions'),
            asked: { ...ALL_CALLS, tags: conversionTags, dates: 'this-week' as const },
          },
        ]
      : []),
    { key: 'texts', name: t('texts'), asked: { ...ALL_CALLS, type: 'texts', dates: 'today' } },
    ...pinned.flatMap(({ id, name, address }) => {
      const [path, search] = address.split('?')
      return path === '/calls' ? [{ key: id, name, asked: readCalls(new URLSearchParams(search)).query }] : []
    }),
  ]
  const counts = useQueries({
    queries: links.map(({ asked }) => {
      const options = callsCountQuery(asked, 'prefetch')
      return { ...options, enabled: ready && options.enabled }
    }),
  })
  const here = writeCalls(query)
  return (
    <nav
      aria-label={t('label')}
      className="mt-2.5 flex flex-wrap gap-1.5 max-sm:-mx-4 max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:px-4 max-sm:*:shrink-0 print:hidden"
    >
      {links.map(({ key, name, asked }, index) => {
        const count = counts[index]?.data?.totalCount
        return (
          <a
            key={key}
            {...linkTo(asked)}
            aria-current={writeCalls(asked) === here ? 'page' : undefined}
            className={LINK}
          >
            <bdi className="truncate">{name}</bdi>
            {/* As wide while it is on its way, so that nothing moves. */}
            <span className="num min-w-[2ch] text-right font-normal text-ink-3">
              {count === undefined ? '' : formatCount(count, locale)}
            </span>
          </a>
        )
      })}
    </nav>
  )
}
