'use client'
import { useLocale, useTranslations } from 'next-intl'
import { Door } from '@/components/charts/door'
import { FlowShape } from '@/components/charts/flow-shape'
import type { LinkTo } from '@/components/charts/mark-link'
import { STAGE_COLOR } from '@/components/charts/stage-color'
import { formatCount } from '@/lib/format/numbers'
import type { FunnelStageView, FunnelView } from '@/lib/report/outbound'
import { ChangeBadge } from './change-badge'
import { FunnelRate } from './funnel-rate'

const FIGURE = 'num font-[650] text-[36px] leading-11 tracking-[-0.03em]'

export type RateBase = 'ofDials' | 'ofPrevious'

/** One stage of the funnel: a column with its stream on a wide card, a row with a bar on a narrow one. The figure is a link to its calls, where they may be seen. */
export function FunnelStage(props: {
  view: FunnelStageView
  next: FunnelStageView | null
  funnel: FunnelView
  base: RateBase
  largest: number
  linkTo: LinkTo
  onChooseTags: (() => void) | undefined
}) {
  const { view, next, funnel, base, largest, linkTo, onChooseTags } = props
  const locale = useLocale()
  const t = useTranslations('report.funnel')
  const charts = useTranslations('charts')
  const { stage, count } = view
  const color = STAGE_COLOR[stage]
  const name = charts(`stage.${stage}`)
  const figure = formatCount(count.now, locale)
  const missing = stage === 'conversions' && !funnel.hasConversions
  const nextCount = next === null || (next.stage === 'conversions' && !funnel.hasConversions) ? null : next.count.now

  return (
    <li className="group relative flex flex-col px-5 pt-4 @3xl:pt-[18px] @max-3xl:pb-4">
      <div className="flex items-center gap-2 font-medium text-ink-2">
        <i aria-hidden className="size-2 rounded-[2px]" style={{ background: color }} />
        {name}
      </div>
      {missing ? (
        <div className="mt-1 flex min-h-11 flex-col justify-center gap-0.5 text-[13px] text-ink-3 @3xl:min-h-16">
          <p>{t('noTags')}</p>
          {onChooseTags && (
            <button
              type="button"
              onClick={onChooseTags}
              className="w-fit font-medium text-ink-2 underline decoration-line underline-offset-4"
            >
              {t('chooseTags')}
            </button>
          )}
        </div>
      ) : (
        <>
          <div className="mt-1 flex flex-wrap items-baseline gap-x-2.5">
            {linkTo ? (
              <Door
                link={linkTo({ stage })}
                aria-label={charts('stageMark', { stage: name, count: figure })}
                className={`${FIGURE} after:absolute after:inset-0 after:rounded-card`}
              >
                {figure}
              </Door>
            ) : (
              <span className={FIGURE}>{figure}</span>
            )}
            <ChangeBadge
              change={count.change}
              now={figure}
              before={count.before === null ? null : formatCount(count.before, locale)}
            />
          </div>
          <div className="num flex min-h-5 flex-wrap items-baseline gap-x-2.5 text-[13px] text-ink-3">
            {stage === 'dials' ? (
              funnel.dialsPerActiveDay !== null &&
              t('aDay', { count: formatCount(Math.round(funnel.dialsPerActiveDay), locale) })
            ) : (
              <FunnelRate view={view} base={base} noteOver={funnel.conversionsExceedConversations} />
            )}
          </div>
        </>
      )}
      <div className="-mx-5 mt-auto hidden overflow-hidden pt-1.5 @3xl:block group-first:rounded-bl-card group-last:rounded-br-card">
        <FlowShape count={missing ? 0 : count.now} next={nextCount} largest={largest} color={color} />
      </div>
      {!missing && count.now > 0 && (
        <span
          aria-hidden
          className="mt-2 h-2 min-w-[2.5px] rounded-r-sm @3xl:hidden"
          style={{ width: `${(count.now / largest) * 100}%`, background: color }}
        />
      )}
    </li>
  )
}
