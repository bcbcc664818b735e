'use client'
import { useLocale, useTranslations } from 'next-intl'
import { LeaderboardList, type PersonRow } from '@/components/charts/leaderboard-list'
import type { LinkTo } from '@/components/charts/mark-link'
import { formatCount } from '@/lib/format/numbers'
import type { OutboundReport } from '@/lib/report/outbound'
import { ChangeGlyph } from './change-badge'
import { Panel } from './panel'

/** Who reached people: connected calls by person, and what no person holds as a line of its own. */
export function LeaderboardPanel(props: { report: OutboundReport; linkTo: LinkTo; scope?: string }) {
  const { report, linkTo, scope } = props
  const locale = useLocale()
  const t = useTranslations('report.leaderboard')
  const { rows } = report.leaderboard
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
      {people.length === 0 && without === 0 ? (
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
      {without !== 0 && (
        <p className="num mt-auto flex justify-between gap-3 border-line border-t pt-2.5 text-[13px] text-ink-3">
          {without > 0 ? t('nobody') : t('overAttributed')}
          <span>{formatCount(Math.abs(without), locale)}</span>
        </p>
      )}
    </Panel>
  )
}
