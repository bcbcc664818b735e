import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import type { MouseEvent } from 'react'
import { STAGES, type Stage } from '@/lib/report/query'

interface StageTabsProps {
  stage: Stage
  /** Without conversion tags nothing is a conversion, so that tab is left out. */
  hasConversions: boolean
  linkToStage: (stage: Stage) => { href: string; onClick: (event: MouseEvent) => void }
}

/** The same calls at every depth of the funnel, as links. */
export function StageTabs({ stage, hasConversions, linkToStage }: StageTabsProps) {
  const t = useTranslations('drill')
  const name = useTranslations('charts.stage')
  const stages = STAGES.filter(each => hasConversions || each !== 'conversions' || each === stage)
  return (
    <nav
      aria-label={t('tabs')}
      className="-mb-px flex gap-[18px] overflow-x-auto max-sm:gap-3.5 font-medium text-ink-2"
    >
      {stages.map(each => (
        <a
          key={each}
          {...linkToStage(each)}
          ref={each === stage ? showWhole : undefined}
          aria-current={each === stage ? 'true' : undefined}
          className={clsx(
            'border-b-2 pt-1 pb-[9px] no-underline -outline-offset-2',
            each === stage ? 'border-act-3 text-ink' : 'border-transparent hover:text-ink',
          )}
        >
          {name(each)}
        </a>
      ))}
    </nav>
  )
}

/** On a phone the tabs may be wider than their place. */
function showWhole(tab: HTMLElement | null): void {
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
