import { useLocale, useTranslations } from 'next-intl'
import { Bone } from '@/components/ui/bone'
import { rangeOf, readKey } from '@/lib/report/review/key'
import { reviewTitle } from '@/lib/report/review/words'
import { HEADLINE } from './headline'
import { ReviewSection } from './review-section'

const PARTS = [
  ['funnel', 'h-[92px]'],
  ['moved', 'h-[420px]'],
  ['series', 'h-[290px]'],
  ['people', 'h-[320px]'],
  ['pickup', 'h-[390px]'],
  ['talk', 'h-[74px]'],
  ['calls', 'h-[280px]'],
] as const

/** A review on its way, being made or frozen: the final layout with bones where its parts will stand, and why it takes its time. */
export function ReviewSkeleton({ reviewKey, today }: { reviewKey: string; today: string }) {
  const locale = useLocale()
  const t = useTranslations('reviews')
  const read = readKey(reviewKey)
  const title = read && read.kind !== 'report' && reviewTitle(t, locale, { subject: read, range: rangeOf(read) }, today)
  return (
    <div role="status" aria-label={t('onTheWay')}>
      {title && <h1 className={HEADLINE}>{title}</h1>}
      <div className="mt-2.5 mb-7 flex max-w-[66ch] flex-col gap-2">
        {!title && <Bone className="mb-1 h-9 w-2/3" />}
        <p className="text-ink-3">{t('takesTime')}</p>
        <Bone className="h-5" />
        <Bone className="h-5" />
        <Bone className="h-5 w-1/2" />
      </div>
      {PARTS.map(([section, height]) => (
        <ReviewSection key={section} id={`waiting-${section}`} title={t(`sections.${section}`)}>
          <Bone className={height} />
        </ReviewSection>
      ))}
    </div>
  )
}
