'use client'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { ChangeBadge } from '@/components/report/change-badge'
import { useErrorText } from '@/components/report/error-text'
import { RetryButton } from '@/components/report/retry-button'
import { Bone } from '@/components/ui/bone'
import { Card } from '@/components/ui/card'
import { Tip } from '@/components/ui/tip'
import { outboundQuery } from '@/lib/client/report-query'
import { formatCount, formatPercent, NONE } from '@/lib/format/numbers'
import type { OutboundReport, Rate } from '@/lib/report/outbound'
import { besideTeam } from '@/lib/report/person-beside'
import { teamQuestion } from '@/lib/report/person-place'
import type { ReportQuery } from '@/lib/report/query'

const CELL = 'py-[7px] pl-2 text-right align-baseline'
const HEAD = 'pb-2 pl-2 text-right font-normal'

/** Somebody's rates and counts beside the team's of the same days; the team is asked for by itself and shared by all such pages. */
export function BesidePanel({ report, asked }: { report: OutboundReport; asked: ReportQuery }) {
  const t = useTranslations('person')
  const { data, error, failureReason, isFetching, isPlaceholderData, refetch } = useQuery(
    outboundQuery(teamQuestion(asked)),
  )
  const errorText = useErrorText()
  const failed = data ? null : isFetching ? failureReason : error
  return (
    <Card aria-label={t('beside')} className="@container flex flex-col">
      <h2 className="mb-3 font-semibold tracking-[-0.005em]">{t('beside')}</h2>
      {data && !isPlaceholderData ? (
        <Tables report={report} team={data.report} />
      ) : failed ? (
        <div role="alert" className="flex flex-col items-start gap-2 text-[13px] text-ink-2">
          <p>{errorText(failed)}</p>
          <RetryButton error={failed} onRetry={() => void refetch()} />
        </div>
      ) : (
        <div role="status" aria-label={t('waiting')} className="grid gap-3">
          {['connected', 'conversations', 'conversions', 'dials'].map(row => (
            <Bone key={row} className="h-5" />
          ))}
        </div>
      )}
    </Card>
  )
}

function Tables({ report, team }: { report: OutboundReport; team: OutboundReport }) {
  const locale = useLocale()
  const t = useTranslations('person')
  const charts = useTranslations('charts')
  const funnel = useTranslations('report.funnel')
  const { rates, counts, people } = besideTeam(report, team)
  return (
    <>
      <table className="num w-full">
        <caption className="sr-only">{t('besideRates')}</caption>
        <thead className="text-[13px] text-ink-3">
          <tr>
            <th scope="col" className="pb-2 text-left font-normal">
              {t('rate')}
            </th>
            <th scope="col" className={HEAD}>
              {t('own')}
            </th>
            <th scope="col" className={HEAD}>
              {t('team')}
            </th>
            <th scope="col" className={HEAD}>
              {t('difference')}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line border-line border-t">
          {rates.map(({ stage, own, team: all, change }) => (
            <tr key={stage}>
              <th scope="row" className="py-[7px] text-left font-normal leading-[18px]">
                {charts(`stage.${stage}`)}{' '}
                <span className="block text-[13px] text-ink-3">{funnel(`ofPrevious.${stage}`)}</span>
              </th>
              <td className={`${CELL} font-semibold`}>
                <RateTip rate={own} />
              </td>
              <td className={CELL}>
                <RateTip rate={all} />
              </td>
              <td className={CELL}>
                <ChangeBadge
                  change={change}
                  now={own && formatPercent(own.value, locale)}
                  before={all && formatPercent(all.value, locale)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 text-[13px] text-ink-3 text-pretty">{t('judged')}</p>
      {people !== null && people > 0 && (
        <>
          <table className="num mt-4 w-full">
            <caption className="sr-only">{t('besideCounts')}</caption>
            <thead className="text-[13px] text-ink-3">
              <tr>
                <th scope="col" className="pb-2 text-left font-normal">
                  {t('count')}
                </th>
                <th scope="col" className={HEAD}>
                  {t('own')}
                </th>
                <th scope="col" className={HEAD}>
                  {t('mean')}
                </th>
              </tr>
            </thead>
            <tbody className="divide-y divide-line border-line border-t">
              {counts.map(({ stage, own, mean }) => (
                <tr key={stage}>
                  <th scope="row" className="py-[7px] text-left font-normal">
                    {charts(`stage.${stage}`)}
                  </th>
                  <td className={`${CELL} font-semibold`}>{formatCount(own, locale)}</td>
                  <td className={CELL}>{formatCount(mean, locale)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="mt-2 text-[13px] text-ink-3 text-pretty">{t('meanOf', { people })}</p>
        </>
      )}
    </>
  )
}

/** A rate with its "k of n" at hand. */
function RateTip({ rate }: { rate: Rate | null }) {
  const locale = useLocale()
  const t = useTranslations('report.funnel')
  if (!rate) return NONE
  const kOfN = t('kOfN', { k: formatCount(rate.k, locale), n: formatCount(rate.n, locale) })
  return <Tip tip={<span>{kOfN}</span>}>{formatPercent(rate.value, locale)}</Tip>
}
