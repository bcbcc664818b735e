import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatCount, formatPercent } from '@/lib/format/numbers'
import type { Locale } from '@/lib/i18n/locales'
import type { SeriesBucket } from '@/lib/report/outbound'
import { bucketName } from './bucket-name'

/** All figures of one bucket, now and at the same place in the comparison period. */
export function SeriesTip(props: { bucket: SeriesBucket; locale: Locale; hasConversions: boolean }) {
  const { bucket, locale, hasConversions } = props
  const t = useTranslations('charts')
  const { before } = bucket
  const rows = (['dials', 'connected', 'conversions'] as const).filter(key => key !== 'conversions' || hasConversions)
  const color = { dials: 'var(--act-1)', connected: 'var(--act-3)', conversions: 'var(--won)' }
  return (
    <table className="num text-[12px] leading-[18px]">
      <thead>
        <tr className="text-left">
          <Head>
            <span className="font-semibold text-ink">{bucketName(bucket, locale)}</span>
            {bucket.running && <span className="ml-1.5 text-ink-3">{t('running')}</span>}
            {bucket.partial && !bucket.running && <span className="ml-1.5 text-ink-3">{t('partial')}</span>}
          </Head>
          <Head />
          {before && <Head>{bucketName(before, locale)}</Head>}
        </tr>
      </thead>
      <tbody>
        {rows.map(key => (
          <tr key={key}>
            <td className="pr-4 text-ink-2">
              <i className="mr-2 inline-block size-2 rounded-[2px]" style={{ background: color[key] }} />
              {t(`stage.${key}`)}
            </td>
            <td className="text-right font-semibold">{formatCount(bucket[key], locale)}</td>
            {before && <td className="pl-4 text-right text-ink-3">{formatCount(before[key], locale)}</td>}
          </tr>
        ))}
        {bucket.rate && (
          <tr>
            <td className="pr-4 pl-4 text-ink-2">{t('connectRate')}</td>
            <td className="text-right font-semibold">{formatPercent(bucket.rate.value, locale)}</td>
            {before && (
              <td className="pl-4 text-right text-ink-3">
                {before.dials > 0 ? formatPercent(before.connected / before.dials, locale) : '–'}
              </td>
            )}
          </tr>
        )}
      </tbody>
    </table>
  )
}

function Head({ children }: { children?: ReactNode }) {
  return <th className="pb-1 pl-4 text-right font-normal text-ink-3 first:pl-0 first:text-left">{children}</th>
}
