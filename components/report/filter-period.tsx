'use client'
import { Calendar, ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { PanelButton } from '@/components/shell/panel-button'
import { lazily } from '@/lib/client/lazily'
import { viewLink } from '@/lib/client/navigation'
import { stepPeriod } from '@/lib/report/period'
import { type FilterProps, withReport } from './filter-props'
import { useFilterWords } from './filter-words'

const panel = lazily(() => import('./filter-period-panel'))

/** Which dates: a chip that opens presets and a calendar, and the steps to the dates before and after. */
export function FilterPeriod(props: FilterProps) {
  const { view, setView, clock, resolved } = props
  const t = useTranslations('filters')
  const words = useFilterWords(clock.today)
  return (
    <div className="inline-flex h-8 min-w-0 items-stretch rounded-lg bg-surface shadow-hairline max-sm:h-10 max-sm:w-full">
      <PanelButton
        label={t('period.label')}
        preload={panel.preload}
        panelClassName="sm:w-max"
        className="inline-flex min-w-0 items-center gap-2 rounded-l-lg pr-1.5 pl-[11px] font-medium whitespace-nowrap hover:bg-sunken max-sm:flex-1"
        button={
          <>
            <Calendar aria-hidden size={16} strokeWidth={1.75} className="shrink-0 max-sm:hidden" />
            {words.period(resolved)}
            <span className="num truncate font-normal text-ink-3">
              {resolved.name === null ? t('days', { days: resolved.days }) : words.range(resolved.range)}
            </span>
          </>
        }
      >
        {close => (
          <panel.Show
            resolved={resolved}
            clock={clock}
            onChoose={period => {
              setView(withReport(view, { period }))
              close()
            }}
          />
        )}
      </PanelButton>
      <Step {...props} direction={-1} />
      <Step {...props} direction={1} />
    </div>
  )
}

/** A link, so that a step has an address like everything else; without one where there is nothing to step to. */
function Step({ view, setView, hrefOf, clock, resolved, direction }: FilterProps & { direction: -1 | 1 }) {
  const t = useTranslations('filters.period')
  const next = withReport(view, { period: stepPeriod(resolved, direction, clock.today, clock.weekStart) })
  const possible = hrefOf(next) !== hrefOf({ ...view, drill: null })
  const label = direction === -1 ? t('before') : t('after')
  const Icon = direction === -1 ? ChevronLeft : ChevronRight
  const icon = <Icon aria-hidden size={16} strokeWidth={1.75} />
  const shape = 'grid w-7 place-items-center last:rounded-r-lg max-sm:w-10'
  if (!possible) return <span className={`${shape} text-ink-3 opacity-40`}>{icon}</span>
  return (
    <a
      {...viewLink(next, { setView, hrefOf }, 'push')}
      title={label}
      className={`${shape} text-ink-2 hover:bg-sunken hover:text-ink`}
    >
      {icon}
      <span className="sr-only">{label}</span>
    </a>
  )
}
