'use client'
import { useLocale, useTranslations } from 'next-intl'
import { Tip } from '@/components/ui/tip'
import { formatCount, formatPercent } from '@/lib/format/numbers'
import type { FunnelStageView, Rate } from '@/lib/report/outbound'
import { ChangeBadge } from './change-badge'
import type { RateBase } from './funnel-stage'

/** The rate of a stage with its change in points; the tooltip gives "k of n" on both bases. */
export function FunnelRate({ view, base, noteOver }: { view: FunnelStageView; base: RateBase; noteOver: boolean }) {
  const locale = useLocale()
  const t = useTranslations('report.funnel')
  const shown = view[base]
  if (!shown || view.stage === 'dials') return null
  const { stage } = view
  const percent = (rate: Rate | null) => (rate ? formatPercent(rate.value, locale) : '–')
  const label = (of: RateBase) => (of === 'ofDials' ? t('ofDials') : t(`ofPrevious.${stage}`))
  const over = stage === 'conversions' && noteOver

  const lines = (['ofPrevious', 'ofDials'] as const).flatMap(of => {
    const rate = view[of]?.now
    if (!rate || (of === 'ofDials' && stage === 'connected')) return []
    const k = formatCount(rate.k, locale)
    const n = formatCount(rate.n, locale)
    return [`${percent(rate)} ${label(of)}: ${t('kOfN', { k, n })}`]
  })

  return (
    <>
      <Tip
        className="num text-[13px]"
        tip={[...(lines.length > 0 ? lines : [t('noRate')]), ...(over ? [t('over')] : [])].map(line => (
          <span key={line}>{line}</span>
        ))}
      >
        <span className="mr-0.5 font-semibold text-ink">{percent(shown.now)}</span> {label(base)}
        {over && <span aria-hidden> *</span>}
        {over && <span className="sr-only">. {t('over')}</span>}
      </Tip>
      {shown.now && (
        <ChangeBadge
          change={shown.change}
          now={percent(shown.now)}
          before={shown.before ? percent(shown.before) : null}
        />
      )}
    </>
  )
}
