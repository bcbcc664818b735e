'use client'
import { useTranslations } from 'next-intl'
import { Legend } from './legend'

interface SeriesLegendProps {
  hasConversions: boolean
  /** Names the line of the period before; null where there is none. */
  before: string | null
}

/** What the bars, lines and dots of calls over time are. */
export function SeriesLegend({ hasConversions, before }: SeriesLegendProps) {
  const t = useTranslations('charts.stage')
  return (
    <Legend
      items={[
        { label: t('dials'), color: 'var(--act-1)' },
        { label: t('connected'), color: 'var(--act-3)' },
        ...(hasConversions ? [{ label: t('conversions'), color: 'var(--won)', look: 'dot' as const }] : []),
        ...(before === null ? [] : [{ label: before, color: 'var(--prev)', look: 'dashed' as const }]),
      ]}
    />
  )
}
