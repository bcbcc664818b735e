'use client'
import { Calendar } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { CHIP, OPTION } from '@/components/report/filter-chip'
import { useFilterWords } from '@/components/report/filter-words'
import { PanelButton } from '@/components/shell/panel-button'
import { lazily } from '@/lib/client/lazily'
import type { Clock } from '@/lib/report/named-period'
import { resolvePeriod } from '@/lib/report/period'
import type { Period } from '@/lib/report/query'

const panel = lazily(() => import('@/components/report/filter-period-panel'))

interface DatesChipProps {
  /** null for all dates. */
  value: Period | null
  clock: Clock
  onChoose: (period: Period | null) => void
}

/** Of when: all dates, a named period, or dates from a calendar. */
export function DatesChip({ value, clock, onChoose }: DatesChipProps) {
  const t = useTranslations()
  const words = useFilterWords(clock.today)
  // The calendar begins somewhere also where no dates are chosen.
  const resolved = resolvePeriod({ period: value ?? 'last-4-weeks', comparison: 'none' }, clock)
  return (
    <PanelButton
      label={t('filters.period.label')}
      preload={panel.preload}
      panelClassName="sm:w-max"
      className={CHIP}
      button={
        <>
          <Calendar aria-hidden size={16} strokeWidth={1.75} className="shrink-0" />
          {value === null ? t('calls.filters.allDates') : words.period(resolved)}
          {value !== null && resolved.name !== null && (
            <span className="num truncate font-normal text-ink-3">{words.range(resolved.range)}</span>
          )}
        </>
      }
    >
      {close => {
        const choose = (period: Period | null) => {
          onChoose(period)
          close()
        }
        return (
          <>
            <div className="border-line border-b p-2">
              <button type="button" aria-current={value === null} onClick={() => choose(null)} className={OPTION}>
                {t('calls.filters.allDates')}
              </button>
            </div>
            <panel.Show
              resolved={value === null ? { ...resolved, name: null } : resolved}
              clock={clock}
              onChoose={choose}
            />
          </>
        )
      }}
    </PanelButton>
  )
}
