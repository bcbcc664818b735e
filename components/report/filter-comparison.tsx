'use client'
import { useTranslations } from 'next-intl'
import { PanelButton } from '@/components/shell/panel-button'
import { lazily } from '@/lib/client/lazily'
import { CHIP } from './filter-chip'
import { type FilterProps, withReport } from './filter-props'
import { useFilterWords } from './filter-words'

const panel = lazily(() => import('./filter-comparison-panel'))

/** What the period is compared with. */
export function FilterComparison({ view, setView, clock, resolved }: FilterProps) {
  const t = useTranslations('filters.comparison')
  const words = useFilterWords(clock.today)
  const { comparison } = view.report
  return (
    <PanelButton
      label={t('label')}
      preload={panel.preload}
      panelClassName="sm:w-[380px]"
      className={CHIP}
      button={
        comparison === 'none' ? (
          <span className="truncate text-ink-2">{t('none')}</span>
        ) : (
          <span className="truncate">
            <span className="mr-1 font-normal text-ink-3">{t('versus')}</span> {words.comparison(comparison, resolved)}
          </span>
        )
      }
    >
      {close => (
        <panel.Show
          comparison={comparison}
          resolved={resolved}
          clock={clock}
          onChoose={next => {
            setView(withReport(view, { comparison: next }))
            close()
          }}
        />
      )}
    </PanelButton>
  )
}
