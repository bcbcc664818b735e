'use client'
import clsx from 'clsx'
import { useLocale, useTranslations } from 'next-intl'
import { PlaceLink } from '@/components/shell/place-link'
import { Bone } from '@/components/ui/bone'
import { formatCount, formatPercent, NONE } from '@/lib/format/numbers'
import { type RateStage, type StageCounts, stepRate } from '@/lib/report/funnels'
import type { Stage } from '@/lib/report/query'

export type StageHref = (stage: Stage) => string

const CELL = 'px-2 py-2 text-right align-top last:pr-0'

interface FunnelCellsProps {
  /** null while they are on their way. */
  counts: StageCounts | null
  stages: readonly RateStage[]
  minSample: number
  /** Where a count leads; null where it leads nowhere. */
  doors: StageHref | null
  /** Rates are told; a difference has none. */
  rated: boolean
}

/** The counts of a funnel, one cell each, with the rate of the stage before under it; faint where too few calls made it. */
export function FunnelCells({ counts, stages, minSample, doors, rated }: FunnelCellsProps) {
  const locale = useLocale()
  if (counts === null) {
    return (['dials', ...stages] as const).map(stage => (
      <td key={stage} className={CELL}>
        <Bone className={clsx('my-0.5 ml-auto h-4 w-12', rated && stage !== 'dials' && 'mb-5')} />
      </td>
    ))
  }
  const count = (stage: Stage) => {
    const figure = formatCount(counts[stage], locale)
    if (!doors || counts[stage] === 0) return figure
    return (
      <PlaceLink href={doors(stage)} className="underline-offset-4 hover:underline">
        {figure}
      </PlaceLink>
    )
  }
  return (
    <>
      <td className={CELL}>{count('dials')}</td>
      {stages.map(stage => (
        <td key={stage} className={CELL}>
          {count(stage)}
          {rated && <StepRate counts={counts} stage={stage} minSample={minSample} />}
        </td>
      ))}
    </>
  )
}

function StepRate({ counts, stage, minSample }: { counts: StageCounts; stage: RateStage; minSample: number }) {
  const locale = useLocale()
  const t = useTranslations('team')
  const rate = stepRate(counts, stage)
  const few = rate !== null && rate.n < minSample
  const kOfN = rate && t('kOfN', { k: formatCount(rate.k, locale), n: formatCount(rate.n, locale) })
  return (
    <span
      title={kOfN ?? undefined}
      className={clsx('block text-[13px] leading-[18px]', few ? 'font-normal text-ink-3' : 'font-medium text-ink-2')}
    >
      {rate ? formatPercent(rate.value, locale) : NONE}
      {few && ` · ${t('nOf', { n: formatCount(rate.n, locale), need: formatCount(minSample, locale) })}`}
    </span>
  )
}
