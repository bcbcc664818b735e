'use client'
import { useLocale, useTranslations } from 'next-intl'
import { LeaderboardList, type PersonRow } from '@/components/charts/leaderboard-list'
import type { LinkTo } from '@/components/charts/mark-link'
import { formatCount } from '@/lib/format/numbers'
import type { OutboundReport } from '@/lib/report/outbound'
import { ChangeGlyph } from './change-badge'
import { Panel } from './panel'

/** Who reached people: connected calls by person, all colleagues in one line where they are not told apart, and what no person holds. */
export function LeaderboardPanel(props: { report: OutboundReport; linkTo: LinkTo; scope?: string }) {
  const { report, linkTo, scope } = props
  const locale = useLocale()
  const t = useTranslations('report.leaderboard')
  const { rows, colleagues } = report.leaderboard
  const people = rows.filter((row): row is PersonRow => row.user !== null)
  // What Allo gives to nobody and what its list leaves out are one thing to the reader.
  const nobody = rows.find(row => row.user === null)?.connected ?? 0
  const without = nobody + report.leaderboard.unattributed

  return (
    <Panel
      id="leaderboard"
      title={t('title')}
      report={report}
      scope={scope}
      note={<span className="text-[13px] text-ink-3">{t('unit')}</span>}
    >
      {people.length === 0 && !colleagues && without === 0 ? (
        <p className="py-2 text-[13px] text-ink-3">{t('empty')}</p>
      ) : (
        <LeaderboardList
          rows={people}
          linkTo={linkTo}
          change={
            report.comparison &&
            (row => (
              <ChangeGlyph
                change={row.change}
                now={formatCount(row.connected, locale)}
                before={row.before === null ? null : formatCount(row.before, locale)}
              />
            ))
          }
        />
      )}
      <div className="mt-auto">
        {colleagues && <Line label={t('colleagues')} count={formatCount(colleagues.connected, locale)} />}
        {without !== 0 && (
          <Line
            label={without > 0 ? t('nobody') : t('overAttributed')}
            count={formatCount(Math.abs(without), locale)}
          />
        )}
      </div>
    </Panel>
  )
}

/** What stands below the people: calls that belong to no row. */
function Line({ label, count }: { label: string; count: string }) {
  return (
    <p className="num flex justify-between gap-3 border-line border-t py-2 text-[13px] text-ink-3 last:pb-0">
      {label}
      <span>{count}</span>
    </p>
  )
}
