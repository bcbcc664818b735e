'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type Clock, comparedRange } from '@/lib/report/named-period'
import type { ResolvedPeriod } from '@/lib/report/period'
import type { Comparison } from '@/lib/report/query'
import { OPTION } from './filter-chip'
import { FilterDates } from './filter-dates'
import { useFilterWords } from './filter-words'
import { moveByArrows } from './move-by-arrows'

interface FilterComparisonPanelProps {
  comparison: Comparison
  resolved: ResolvedPeriod
  clock: Clock
  onChoose: (comparison: Comparison) => void
}

/** The period before, a year earlier, other dates or nothing; each with the dates it means. */
export default function FilterComparisonPanel({ comparison, resolved, clock, onChoose }: FilterComparisonPanelProps) {
  const t = useTranslations('filters.comparison')
  const words = useFilterWords(clock.today)
  const isCustom = typeof comparison !== 'string'
  const [custom, setCustom] = useState(isCustom)
  const compared = (kind: 'previous' | 'year') => comparedRange(kind, resolved.name, resolved.range)
  const option = (kind: 'previous' | 'year' | 'none', label: string, dates: string) => (
    <button
      type="button"
      aria-current={comparison === kind}
      data-autofocus={comparison === kind ? '' : undefined}
      onClick={() => onChoose(kind)}
      className={OPTION}
    >
      {label}
      <span className="num ml-auto pl-2 text-[13px] font-normal whitespace-nowrap text-ink-3">{dates}</span>
    </button>
  )
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a set of buttons, not of fields */}
      <div role="group" aria-label={t('label')} data-roving onKeyDown={moveByArrows} className="p-2">
        {option('previous', t('previous'), words.range(compared('previous')))}
        {option('year', t('year'), words.range(compared('year')))}
        <button
          type="button"
          aria-current={isCustom}
          aria-expanded={custom}
          data-autofocus={isCustom ? '' : undefined}
          onClick={() => setCustom(!custom)}
          className={OPTION}
        >
          {t('custom')}
          <span className="num ml-auto pl-2 text-[13px] font-normal whitespace-nowrap text-ink-3">
            {isCustom && words.range(comparison)}
          </span>
        </button>
        {option('none', t('none'), '')}
      </div>
      {custom && (
        <div className="border-line border-t">
          <FilterDates
            months={1}
            value={isCustom ? comparison : compared('previous')}
            clock={clock}
            onApply={onChoose}
          />
        </div>
      )}
      {resolved.running && <p className="border-line border-t px-4.5 py-3 text-[13px] text-ink-3">{t('running')}</p>}
    </>
  )
}
