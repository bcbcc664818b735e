'use client'
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useRef, useState } from 'react'
import { AsTable } from '@/components/report/as-table'
import { ChangeBadge } from '@/components/report/change-badge'
import { PlaceLink } from '@/components/shell/place-link'
import { Card } from '@/components/ui/card'
import { Tip } from '@/components/ui/tip'
import { useMay } from '@/lib/client/permissions'
import { formatDuration } from '@/lib/format/durations'
import { formatCount, formatPercent, NONE } from '@/lib/format/numbers'
import { callsHref } from '@/lib/report/calls-doors'
import type { Compared } from '@/lib/report/outbound'
import type { OverviewReport } from '@/lib/report/overview'
import type { ReportQuery } from '@/lib/report/query'
import { figuresTable } from '@/lib/report/team-tables'
import { TableMenu } from './table-menu'
import { useTeamHeads } from './use-team-heads'

const FIGURE = 'num font-[650] text-[36px] leading-11 tracking-[-0.03em]'

/** The overview's four figures in one card, each with what may be said of its change. */
export function TeamFigures({ report, asked }: { report: OverviewReport; asked: ReportQuery }) {
  const locale = useLocale()
  const t = useTranslations('team')
  const heads = useTeamHeads()
  const panel = useTranslations('panel')
  const card = useRef<HTMLElement>(null)
  const [asTable, setAsTable] = useState(false)
  const { totalCalls, talkTime, longCalls, answerRate } = report.team
  // The list holds everybody's calls only for who may open them.
  const door = callsHref(asked)
  const listed = useMay('calls.all') && door !== null
  const count = (value: number | null) => formatCount(value, locale)
  const duration = (value: number | null) => formatDuration(value, locale)
  const percent = (value: number | null) => formatPercent(value, locale)
  const shareOfCalls =
    longCalls.now !== null && totalCalls.now !== null && totalCalls.now > 0 ? longCalls.now / totalCalls.now : null
  const table = () => figuresTable(report, heads)

  return (
    <Card ref={card} aria-label={t('figures')} className="group/panel relative p-0!">
      <div className="absolute top-3 right-3 z-20">
        <TableMenu
          what="overview"
          title={t('figures')}
          report={report}
          table={table}
          card={card}
          more={[{ key: 'table', label: panel('asTable'), checked: asTable, onSelect: () => setAsTable(!asTable) }]}
        />
      </div>
      {asTable ? (
        <div className="px-5 py-[18px] pr-12">
          <AsTable table={table()} zone={report.zone} caption={t('figures')} />
        </div>
      ) : (
        <div className="@container">
          <ul className="grid divide-y divide-line @3xl:grid-cols-4 @3xl:divide-x @3xl:divide-y-0">
            <Figure name={t('totalCalls')} figure={totalCalls} write={count} note={t('inAndOut')}>
              {listed && (
                <PlaceLink
                  href={door}
                  aria-label={t('showCalls', { count: count(totalCalls.now) })}
                  className="after:absolute after:inset-0 after:rounded-card"
                >
                  {count(totalCalls.now)}
                </PlaceLink>
              )}
            </Figure>
            <Figure name={t('talkTime')} figure={talkTime} write={duration} note={t('talked')} />
            <Figure
              name={t('longCalls')}
              figure={longCalls}
              write={count}
              note={shareOfCalls === null ? NONE : t('ofCalls', { rate: percent(shareOfCalls) })}
            />
            <Figure
              name={t('answerRate')}
              figure={answerRate}
              write={percent}
              note={
                <Tip tip={<span>{t('answerRateWhy')}</span>} className="text-[13px]">
                  {t('asAllo')}
                </Tip>
              }
            />
          </ul>
        </div>
      )}
    </Card>
  )
}

/** One figure with its name, its change and a quiet line; `children` is the figure as a link, where it leads somewhere. */
function Figure(props: {
  name: string
  figure: Compared<number | null>
  write: (value: number | null) => string
  note: ReactNode
  children?: ReactNode
}) {
  const { name, figure, write, note, children } = props
  return (
    <li className="relative flex flex-col px-5 py-4 @3xl:pt-[18px]">
      <div className="font-medium text-ink-2">{name}</div>
      <div className="mt-1 flex flex-wrap items-baseline gap-x-2.5">
        <span className={FIGURE}>{children || write(figure.now)}</span>
        <ChangeBadge
          change={figure.change}
          now={write(figure.now)}
          before={figure.before === null ? null : write(figure.before)}
        />
      </div>
      <div className="num min-h-5 text-[13px] text-ink-3">{note}</div>
    </li>
  )
}
