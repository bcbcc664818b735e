import { useTranslations } from 'next-intl'
import { useFilterWords } from '@/components/report/filter-words'
import { readCalls } from '@/lib/report/calls-query'
import type { Clock } from '@/lib/report/named-period'
import { resolvePeriod } from '@/lib/report/period'
import { readView } from '@/lib/report/search'

/** What a saved address shows, in a few words: "Last month · 2 people", "Calls · pricing". */
export function useAddressWords(clock: Clock): (address: string) => string {
  const t = useTranslations('filters.scope')
  const words = useFilterWords(clock.today)
  const shell = useTranslations('shell')
  function callsWords(search: string | undefined): string {
    const { q, dates } = readCalls(new URLSearchParams(search)).query
    const period = dates && words.period(resolvePeriod({ period: dates, comparison: 'none' }, clock))
    return [shell('calls'), q, period].filter(Boolean).join(' · ')
  }
  return address => {
    const [path, search] = address.split('?')
    if (path === '/calls') return callsWords(search)
    const { report } = readView(new URLSearchParams(search)).view
    const { people, lines } = report
    return [
      words.period(resolvePeriod(report, clock)),
      people.length > 0 && t('people', { count: people.length }),
      lines.length > 0 && t('lines', { count: lines.length }),
    ]
      .filter(Boolean)
      .join(' · ')
  }
}
