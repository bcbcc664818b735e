import 'server-only'
import { formatCount, formatPercent } from '@/lib/format/numbers'
import type { Locale } from '@/lib/i18n/locales'
import type { FunnelView } from '@/lib/report/outbound'
import type { Stage } from '@/lib/report/query'
import { Legend } from './legend'
import { PAINT, paintable } from './paint'

interface FunnelPictureProps {
  funnel: FunnelView
  locale: Locale
  labels: Record<Stage, string>
  /** What is compared with; '' for nothing. */
  against: string
  u: number
}

/** The stages under each other: a bar as long as its share of the longest, below it a thin one of the period before. */
export function FunnelPicture({ funnel, locale, labels, against, u }: FunnelPictureProps) {
  const stages = funnel.stages.filter(({ stage }) => stage !== 'conversions' || funnel.hasConversions)
  const longest = Math.max(1, ...stages.flatMap(({ count }) => [count.now, count.before ?? 0]))
  const width = (count: number) => `${Math.max(count > 0 ? 0.5 : 0, (100 * count) / longest)}%`
  const compared = against !== '' && stages.some(({ count }) => count.before !== null)
  return (
    <div style={{ display: 'flex', flexDirection: 'column', flexGrow: 1, justifyContent: 'space-between' }}>
      {stages.map(({ stage, count, ofPrevious }) => (
        <div key={stage} style={{ display: 'flex', alignItems: 'center', width: '100%' }}>
          <div style={{ width: 118 * u, color: PAINT.ink2, fontSize: 13 * u }}>{paintable(labels[stage])}</div>
          <div style={{ display: 'flex', flexDirection: 'column', flexGrow: 1 }}>
            <div
              style={{ width: width(count.now), height: 18 * u, borderRadius: 3 * u, background: PAINT.stage[stage] }}
            />
            {compared && (
              <div
                style={{
                  width: width(count.before ?? 0),
                  height: 4 * u,
                  marginTop: 2 * u,
                  borderRadius: 2 * u,
                  background: PAINT.prev,
                }}
              />
            )}
          </div>
          <div style={{ display: 'flex', justifyContent: 'flex-end', width: 62 * u, fontSize: 15 * u }}>
            {paintable(formatCount(count.now, locale))}
          </div>
          <div
            style={{ display: 'flex', justifyContent: 'flex-end', width: 62 * u, color: PAINT.ink3, fontSize: 13 * u }}
          >
            {ofPrevious?.now ? paintable(formatPercent(ofPrevious.now.value, locale)) : ''}
          </div>
        </div>
      ))}
      {compared && (
        <Legend
          entries={[{ color: PAINT.prev, label: against.charAt(0).toLocaleUpperCase(locale) + against.slice(1) }]}
          u={u}
        />
      )}
    </div>
  )
}
