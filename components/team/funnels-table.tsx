'use client'
import { useTranslations } from 'next-intl'
import { STAGE_COLOR } from '@/components/charts/stage-color'
import type { Funnels } from '@/lib/client/use-funnels'
import type { PlacedFunnel, RateStage } from '@/lib/report/funnels'
import type { Stage } from '@/lib/report/query'
import type { FunnelSort } from '@/lib/report/team-place'
import { FunnelCells, type StageHref } from './funnel-cells'
import { FunnelsRow } from './funnels-row'
import { SortHead, type Sorting } from './sort-head'

interface FunnelsTableProps {
  funnels: Funnels
  /** In the order to show. */
  people: readonly PlacedFunnel[]
  stages: readonly RateStage[]
  sorting: Sorting<FunnelSort>
  minSample: number
  hrefOfPerson: (id: string) => string
  /** The calls of somebody at a stage; null for readers who see numbers only. */
  hrefOfCalls: ((id: string, stage: Stage) => string) | null
}

/** Everybody's funnel side by side: counts with the rate of the stage before, and the sum of all below. */
export function FunnelsTable(props: FunnelsTableProps) {
  const { funnels, people, stages, sorting, minSample, hrefOfPerson, hrefOfCalls } = props
  const t = useTranslations('team')
  const charts = useTranslations('charts')
  const columns: Stage[] = ['dials', ...stages]
  const { rest } = funnels
  const leftOver = rest !== null && columns.some(stage => rest[stage] !== 0)
  const doorsOf = (id: string): StageHref | null => hrefOfCalls && (stage => hrefOfCalls(id, stage))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
    <section aria-label={t('funnels')} tabIndex={0} className="overflow-x-auto">
      <table className="num w-full min-w-[560px]">
        <caption className="sr-only">{t('funnels')}</caption>
        <thead className="text-[13px] text-ink-3">
          <tr>
            <SortHead by="name" sorting={sorting} className="sticky left-0 z-20 bg-surface text-left">
              {t('person')}
            </SortHead>
            {columns.map(stage => (
              <SortHead key={stage} by={stage} sorting={sorting} className="text-right">
                <i
                  aria-hidden
                  className="mr-1.5 inline-block size-2 rounded-[2px]"
                  style={{ background: STAGE_COLOR[stage] }}
                />
                {charts(`stage.${stage}`)}
              </SortHead>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line border-line border-t">
          {people.map(row => (
            <FunnelsRow
              key={row.user.id}
              row={row}
              state={funnels.states.get(row.user.id)}
              stages={stages}
              minSample={minSample}
              href={hrefOfPerson(row.user.id)}
              doors={doorsOf(row.user.id)}
            />
          ))}
          {leftOver && (
            <tr className="text-ink-2">
              <th scope="row" className="sticky left-0 z-20 bg-surface py-2 pr-2 text-left align-top font-normal">
                {t('rest')}
              </th>
              <FunnelCells counts={rest} stages={stages} minSample={minSample} doors={null} rated={false} />
            </tr>
          )}
        </tbody>
        <tfoot className="border-line border-t font-semibold">
          <tr>
            <th scope="row" className="sticky left-0 z-20 bg-surface py-2 pr-2 text-left align-top">
              {t('everybody')}
            </th>
            <FunnelCells counts={funnels.team} stages={stages} minSample={minSample} doors={null} rated />
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
