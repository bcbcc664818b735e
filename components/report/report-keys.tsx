'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { type Command, useCommands } from '@/lib/client/commands'
import { useShortcuts } from '@/lib/client/shortcuts'
import { formatPhone } from '@/lib/format/phone'
import type { Directory } from '@/lib/report/directory'
import { comparedRange, rangeOfName } from '@/lib/report/named-period'
import { stepPeriod } from '@/lib/report/period'
import { type Comparison, GRANULARITIES, PERIOD_NAMES, type PeriodName, type ReportQuery } from '@/lib/report/query'
import { type FilterProps, withReport } from './filter-props'
import { useFilterWords } from './filter-words'
import { useShare } from './use-share'

/** Keys of the periods that have one, as the command menu shows them and the browser names them in lower case. */
const PERIOD_KEYS: Partial<Record<PeriodName, string>> = {
  today: 'D',
  'this-week': 'W',
  'last-7-days': '7',
  'last-4-weeks': '4',
  'last-month': 'M',
}

/** The keyboard's way to every filter: single keys, and the report's part of the command menu. Shows nothing. */
export function ReportKeys(props: FilterProps & { title: string; directory: Directory | null; scope: boolean }) {
  const { view, setView, clock, resolved, directory, scope } = props
  const t = useTranslations()
  const words = useFilterWords(clock.today)
  const share = useShare(props)
  const ask = (changes: Partial<ReportQuery>) => setView(withReport(view, changes))
  const step = (direction: -1 | 1) => ask({ period: stepPeriod(resolved, direction, clock.today, clock.weekStart) })

  // X brings back what it switched off.
  const { comparison } = view.report
  const last = useRef<Comparison>('previous')
  useEffect(() => {
    if (comparison !== 'none') last.current = comparison
  }, [comparison])

  const periodKeys = Object.fromEntries(
    PERIOD_NAMES.flatMap(name => {
      const key = PERIOD_KEYS[name]
      return key ? [[key.toLowerCase(), () => ask({ period: name })]] : []
    }),
  )
  useShortcuts({
    ...periodKeys,
    x: () => ask({ comparison: comparison === 'none' ? last.current : 'none' }),
    ArrowLeft: () => step(-1),
    ArrowRight: () => step(1),
  })

  useCommands((): Command[] => [
    ...PERIOD_NAMES.map(name => ({
      id: `period-${name}`,
      group: t('filters.period.label'),
      label: t(`periods.${name}`),
      hint: PERIOD_KEYS[name] ?? words.range(rangeOfName(name, clock)),
      active: resolved.name === name,
      run: () => ask({ period: name }),
    })),
    {
      id: 'period-before',
      group: t('filters.period.label'),
      label: t('filters.period.before'),
      hint: '←',
      run: () => step(-1),
    },
    {
      id: 'period-after',
      group: t('filters.period.label'),
      label: t('filters.period.after'),
      hint: '→',
      run: () => step(1),
    },
    ...(['previous', 'year', 'none'] as const).map(kind => ({
      id: `comparison-${kind}`,
      group: t('filters.comparison.label'),
      label: t(`filters.comparison.${kind}`),
      hint: kind === 'none' ? 'X' : words.range(comparedRange(kind, resolved.name, resolved.range)),
      active: comparison === kind,
      run: () => ask({ comparison: kind }),
    })),
    ...GRANULARITIES.map(granularity => ({
      id: `by-${granularity}`,
      group: t('command.granularity'),
      label: t(`command.by.${granularity}`),
      active: view.report.granularity === granularity,
      run: () => ask({ granularity }),
    })),
    ...(scope
      ? [
          {
            id: 'everybody',
            group: t('filters.scope.label'),
            label: t('filters.scope.everybody'),
            active: view.report.people.length + view.report.lines.length === 0,
            run: () => ask({ people: [], lines: [] }),
          },
        ]
      : []),
    ...(directory?.people ?? []).map(({ id, name }) => ({
      id: `person-${id}`,
      group: t('filters.scope.tabs.people'),
      label: name,
      active: view.report.people.includes(id),
      run: () => ask({ people: [id], lines: [] }),
    })),
    ...(directory?.lines ?? []).map(({ number, name }) => ({
      id: `line-${number}`,
      group: t('filters.scope.tabs.lines'),
      label: name ?? formatPhone(number),
      hint: formatPhone(number),
      active: view.report.lines.includes(number),
      run: () => ask({ people: [], lines: [number] }),
    })),
    { id: 'share', group: t('command.page'), label: t('command.share'), run: () => void share() },
  ])
  return null
}
