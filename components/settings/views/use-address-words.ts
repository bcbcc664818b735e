import { useTranslations } from 'next-intl'
import { useFilterWords } from '@/components/report/filter-words'
import type { Clock } from '@/lib/report/named-period'
import { resolvePeriod } from '@/lib/report/period'
import { readView } from '@/lib/report/search'

/** What a saved address shows, in a few words: "Last month · 2 people". */
export function useAddressWords(clock: Clock): (address: string) => string {
  const t = useTranslations('filters.scope')
  const words = useFilterWords(clock.today)
  return address => {
    const { report } = readView(new URLSearchParams(address.split('?')[1])).view
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
