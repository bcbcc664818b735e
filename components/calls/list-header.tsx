'use client'
import { X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { MouseEvent, ReactNode } from 'react'
import { STAGE_COLOR } from '@/components/charts/stage-color'
import { Button } from '@/components/ui/button'
import { formatCount } from '@/lib/format/numbers'
import type { Stage } from '@/lib/report/query'
import { CopyLink } from './copy-link'
import { StageTabs } from './stage-tabs'
import { type Step, StepLinks } from './step-links'

interface ListHeaderProps {
  titleId: string
  stage: Stage
  /** How many calls the list holds, or is expected to; null while nobody knows. */
  count: number | null
  /** What narrows the list: "Mar 25 – Apr 21". */
  scope: string
  hasConversions: boolean
  linkToStage: (stage: Stage) => { href: string; onClick: (event: MouseEvent) => void }
  previous: Step | null
  next: Step | null
  /** Address to copy, dates pinned. */
  copyHref: string
  csv: ReactNode
  onClose: () => void
}

/** Head of the drawer: the stage, how many calls of when, what can be done with them, and the other stages. */
export function ListHeader(props: ListHeaderProps) {
  const { titleId, stage, count, scope, hasConversions, linkToStage, previous, next, copyHref, csv, onClose } = props
  const t = useTranslations('drill')
  const stages = useTranslations('charts.stage')
  const locale = useLocale()
  return (
    <header className="border-line border-b px-6 pt-[18px] max-sm:px-4 max-sm:pt-3">
      <div className="flex flex-wrap items-center gap-x-2.5 sm:flex-nowrap">
        <h2
          id={titleId}
          tabIndex={-1}
          className="flex items-center gap-2.5 font-[650] text-[17px] tracking-[-0.01em] outline-none"
        >
          <i aria-hidden className="size-[9px] rounded-[2px]" style={{ background: STAGE_COLOR[stage] }} />
          {stages(stage)}
        </h2>
        <p className="num min-w-0 flex-1 text-[13px] text-ink-3 max-sm:order-last max-sm:basis-full">
          {count === null ? scope : t('subtitle', { count, formatted: formatCount(count, locale), scope })}
        </p>
        <div className="ml-auto flex shrink-0 items-center">
          {csv}
          <CopyLink href={copyHref} />
          <Button look="icon" aria-label={t('close')} title={t('close')} onClick={onClose}>
            <X aria-hidden className="size-4" />
          </Button>
        </div>
      </div>
      <div className="mt-[10px] flex items-start justify-between gap-3">
        <StageTabs stage={stage} hasConversions={hasConversions} linkToStage={linkToStage} />
        <StepLinks previous={previous} next={next} />
      </div>
    </header>
  )
}
