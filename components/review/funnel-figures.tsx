'use client'
import { useLocale, useTranslations } from 'next-intl'
import { ChangeBadge, ChangeGlyph } from '@/components/report/change-badge'
import { PlaceLink } from '@/components/shell/place-link'
import { formatCount, formatPercent } from '@/lib/format/numbers'
import type { FunnelStageView } from '@/lib/report/outbound'
import type { ReviewDocument } from '@/lib/report/review/document'
import { behindHref } from '@/lib/report/review/doors'

/** The four stages with their rates, each with what may be said of its change. */
export function FunnelFigures({ document, doors }: { document: ReviewDocument; doors: boolean }) {
  const locale = useLocale()
  const t = useTranslations('reviews')
  const charts = useTranslations('charts')
  const funnel = useTranslations('report.funnel')
  const { stages, hasConversions } = document.outbound.funnel
  const rate = ({ stage, ofPrevious }: FunnelStageView) => {
    if (stage === 'dials' || !ofPrevious?.now) return null
    const now = formatPercent(ofPrevious.now.value, locale)
    return (
      <p className="num text-[13px] text-ink-3">
        <span className="font-semibold text-ink">{now}</span> {funnel(`ofPrevious.${stage}`)}{' '}
        <ChangeGlyph
          change={ofPrevious.change}
          now={now}
          before={ofPrevious.before ? formatPercent(ofPrevious.before.value, locale) : null}
        />
      </p>
    )
  }
  return (
    <ul className="grid grid-cols-2 gap-x-[18px] gap-y-5 sm:grid-cols-4 print:grid-cols-4">
      {stages.map(view => {
        const { stage, count } = view
        const figure = formatCount(count.now, locale)
        const name = charts(`stage.${stage}`)
        return (
          <li key={stage} className="min-w-0">
            <p className="text-ink-2">{name}</p>
            {stage === 'conversions' && !hasConversions ? (
              <p className="mt-1 text-[13px] text-ink-3">{t('noTags')}</p>
            ) : (
              <>
                <p className="num font-[660] text-[30px] leading-[38px] tracking-[-0.025em]">
                  {doors && count.now > 0 ? (
                    <PlaceLink
                      href={behindHref(document, { stage })}
                      aria-label={charts('stageMark', { stage: name, count: figure })}
                      className="rounded-sm underline-offset-4 hover:underline"
                    >
                      {figure}
                    </PlaceLink>
                  ) : (
                    figure
                  )}
                </p>
                <ChangeBadge
                  change={count.change}
                  now={figure}
                  before={count.before === null ? null : formatCount(count.before, locale)}
                />
                {rate(view)}
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}
