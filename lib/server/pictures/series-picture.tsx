import 'server-only'
import { formatDay, formatWeekday } from '@/lib/format/dates'
import { formatCount } from '@/lib/format/numbers'
import type { Locale } from '@/lib/i18n/locales'
import { weekdayOf } from '@/lib/report/dates'
import type { SeriesBucket, SeriesView } from '@/lib/report/outbound'
import type { Stage } from '@/lib/report/query'
import { Legend } from './legend'
import { PAINT, paintable } from './paint'

interface SeriesPictureProps {
  series: SeriesView
  locale: Locale
  labels: Record<Stage, string>
  /** What is compared with; '' for nothing. */
  against: string
  u: number
}

/** More names than this would run into each other. */
const MOST_NAMES = 8

function Column({ bucket, tallest, u }: { bucket: SeriesBucket; tallest: number; u: number }) {
  const height = (count: number) => `${(100 * count) / tallest}%`
  const bar = { position: 'absolute', bottom: 0, left: '12%', width: '76%' } as const
  return (
    <div style={{ display: 'flex', position: 'relative', flexGrow: 1, flexBasis: 0, height: '100%' }}>
      <div
        style={{
          ...bar,
          height: height(bucket.dials),
          borderRadius: `${2 * u}px ${2 * u}px 0 0`,
          background: PAINT.stage.dials,
        }}
      />
      <div style={{ ...bar, height: height(bucket.connected), background: PAINT.stage.connected }} />
      {bucket.before !== null && bucket.before.dials > 0 && (
        <div
          style={{
            position: 'absolute',
            bottom: height(bucket.before.dials),
            left: '2%',
            width: '96%',
            height: 2 * u,
            background: PAINT.prev,
          }}
        />
      )}
    </div>
  )
}

/** Dials of each day with the connected ones in them, and a line where the same day of the period before was. */
export function SeriesPicture({ series, locale, labels, against, u }: SeriesPictureProps) {
  const { buckets } = series
  const tallest = Math.max(1, ...buckets.flatMap(({ dials, before }) => [dials, before?.dials ?? 0]))
  const every = Math.ceil(buckets.length / MOST_NAMES)
  const name = ({ date }: SeriesBucket) =>
    buckets.length <= MOST_NAMES ? formatWeekday(weekdayOf(date), locale, 'short') : formatDay(date, locale)
  const compared = against !== '' && buckets.some(({ before }) => before !== null)
  return (
    <div style={{ display: 'flex', flexDirection: 'column', flexGrow: 1 }}>
      <div style={{ display: 'flex', color: PAINT.ink3, fontSize: 11 * u, paddingBottom: 3 * u }}>
        {paintable(formatCount(tallest, locale))}
      </div>
      <div
        style={{
          display: 'flex',
          flexGrow: 1,
          borderTop: `${u}px solid ${PAINT.line}`,
          borderBottom: `${u}px solid ${PAINT.prev}`,
        }}
      >
        {buckets.map(bucket => (
          <Column key={bucket.date} bucket={bucket} tallest={tallest} u={u} />
        ))}
      </div>
      <div style={{ display: 'flex', height: 22 * u, paddingTop: 4 * u, color: PAINT.ink3, fontSize: 11 * u }}>
        {buckets.map((bucket, place) => (
          <div key={bucket.date} style={{ display: 'flex', flexGrow: 1, flexBasis: 0, justifyContent: 'center' }}>
            {place % every === 0 ? <span style={{ whiteSpace: 'nowrap' }}>{paintable(name(bucket))}</span> : ''}
          </div>
        ))}
      </div>
      <div style={{ display: 'flex', paddingTop: 6 * u }}>
        <Legend
          entries={[
            { color: PAINT.stage.dials, label: labels.dials },
            { color: PAINT.stage.connected, label: labels.connected },
            ...(compared ? [{ color: PAINT.prev, label: `${labels.dials}, ${against}` }] : []),
          ]}
          u={u}
        />
      </div>
    </div>
  )
}
