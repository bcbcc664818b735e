'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { LinkTo } from '@/components/charts/mark-link'
import type { OutboundReport } from '@/lib/report/outbound'
import { FunnelStage, type RateBase } from './funnel-stage'
import { Panel } from './panel'

/**
 * The four stages in one card: counts, rates and a shape linear in counts. The menu switches every rate between "of the
 * stage before" and "of dials"; the other one is in the tooltip and the table. `onChooseTags` opens where tags are chosen.
 */
export function FunnelPanel(props: {
  report: OutboundReport
  linkTo: LinkTo
  scope?: string
  onChooseTags?: () => void
}) {
  const { report, linkTo, scope, onChooseTags } = props
  const t = useTranslations('report.funnel')
  const [base, setBase] = useState<RateBase>('ofPrevious')
  const { funnel } = report
  const largest = Math.max(...funnel.stages.map(stage => stage.count.now))

  return (
    <Panel
      id="funnel"
      title={t('title')}
      report={report}
      scope={scope}
      bare
      menu={[
        {
          key: 'base',
          label: t('ratesOfDials'),
          checked: base === 'ofDials',
          onSelect: () => setBase(current => (current === 'ofDials' ? 'ofPrevious' : 'ofDials')),
        },
      ]}
    >
      <div className="@container">
        <ul className="grid divide-y divide-line @3xl:grid-cols-4 @3xl:divide-x @3xl:divide-y-0">
          {funnel.stages.map((stage, index) => (
            <FunnelStage
              key={stage.stage}
              view={stage}
              funnel={funnel}
              base={base}
              largest={largest}
              next={funnel.stages[index + 1] ?? null}
              linkTo={linkTo}
              onChooseTags={onChooseTags}
            />
          ))}
        </ul>
      </div>
    </Panel>
  )
}
