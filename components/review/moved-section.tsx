'use client'
import { useTranslations } from 'next-intl'
import type { ReviewDocument } from '@/lib/report/review/document'
import { MovedChart } from './moved-chart'
import { MovedTable } from './moved-table'

/** What moved the conversions: the waterfall, the same by person as a table below, and how it was split. */
export function MovedSection({ document, doors }: { document: ReviewDocument; doors: boolean }) {
  const t = useTranslations('reviews')
  const { moved } = document
  if (moved === null) {
    return <p className="text-ink-3">{t(document.outbound.funnel.hasConversions ? 'moved.none' : 'noTags')}</p>
  }
  // Half a week is not set against another half: what is done of it is no decline.
  if (document.outbound.period.running) return <p className="text-ink-3">{t('moved.running')}</p>
  return (
    <>
      <MovedChart document={document} split={moved.team} doors={doors} />
      <div className="mt-6">
        <MovedTable document={document} moved={moved} doors={doors} />
      </div>
      <p className="mt-3 max-w-[66ch] text-[13px] text-ink-3 leading-[19px] text-pretty">
        {t('moved.how')}
        {moved.team.assumed.length > 0 &&
          ` ${t('moved.assumed', { factors: moved.team.assumed.map(factor => t(`moved.${factor}`)).join(', ') })}`}
      </p>
    </>
  )
}
