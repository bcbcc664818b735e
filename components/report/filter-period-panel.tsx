'use client'
import { useTranslations } from 'next-intl'
import { type Clock, rangeOfName } from '@/lib/report/named-period'
import type { ResolvedPeriod } from '@/lib/report/period'
import { PERIOD_NAMES, type Period, type PeriodName } from '@/lib/report/query'
import { OPTION } from './filter-chip'
import { FilterDates } from './filter-dates'
import { useFilterWords } from './filter-words'
import { moveByArrows } from './move-by-arrows'

/** These contain today, which is still filling. */
const RUNNING: readonly PeriodName[] = ['today', 'this-week', 'this-month']

interface FilterPeriodPanelProps {
  resolved: ResolvedPeriod
  clock: Clock
  onChoose: (period: Period) => void
}

/** The named periods, each with its dates, and a calendar for any others. */
export default function FilterPeriodPanel({ resolved, clock, onChoose }: FilterPeriodPanelProps) {
  const t = useTranslations()
  const words = useFilterWords(clock.today)
  return (
    <div className="flex flex-col sm:flex-row">
      <div className="flex flex-col border-line p-2 max-sm:border-b sm:shrink-0 sm:border-r">
        {/* biome-ignore lint/a11y/useSemanticElements: a set of buttons, not of fields */}
        <div role="group" aria-label={t('filters.period.label')} data-roving onKeyDown={moveByArrows}>
          {PERIOD_NAMES.map((name, index) => (
            <button
              key={name}
              type="button"
              aria-current={resolved.name === name}
              data-autofocus={resolved.name === name || (resolved.name === null && index === 0) ? '' : undefined}
              onClick={() => onChoose(name)}
              className={OPTION}
            >
              {t(`periods.${name}`)}
              {RUNNING.includes(name) && <Running />}
              <span className="num ml-auto pl-5 text-[13px] font-normal whitespace-nowrap text-ink-3">
                {words.range(rangeOfName(name, clock))}
              </span>
            </button>
          ))}
        </div>
        <p className="mt-auto flex items-center gap-2 px-2.5 pt-3 pb-1 text-[12px] text-ink-3">
          <Running />
          {t('filters.period.running')}
        </p>
      </div>
      <FilterDates value={resolved.range} clock={clock} onApply={onChoose} />
    </div>
  )
}

/** The hatching that a running bucket has in the charts. */
function Running() {
  return (
    <span
      aria-hidden
      className="size-2 shrink-0 rounded-[2px] bg-[repeating-linear-gradient(135deg,var(--act-2)_0_2px,transparent_2px_4px)]"
    />
  )
}
