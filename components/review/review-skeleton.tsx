import { useTranslations } from 'next-intl'
import { Bone } from '@/components/ui/bone'
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

/** A review on its way, being made or frozen: the final layout with bones where its parts will stand. */
export function ReviewSkeleton() {
  const t = useTranslations('reviews')
  return (
    <div role="status" aria-label={t('onTheWay')}>
      <div className="mb-7 flex max-w-[66ch] flex-col gap-2">
        <Bone className="mb-1 h-9 w-2/3" />
        <Bone className="h-5" />
        <Bone className="h-5" />
        <Bone className="h-5 w-1/2" />
        <Bone className="mt-1 h-4 w-3/4" />
      </div>
      {PARTS.map(([section, height]) => (
        <ReviewSection key={section} id={`waiting-${section}`} title={t(`sections.${section}`)}>
          <Bone className={height} />
        </ReviewSection>
      ))}
    </div>
  )
}
