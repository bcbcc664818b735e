import { useTranslations } from 'next-intl'
import { Bone } from '@/components/ui/bone'
import { Card } from '@/components/ui/card'

const FOUR = ['calls', 'talk', 'long', 'rate']
const TEN = Array.from({ length: 10 }, (_, index) => index)

/** The team page before its first numbers: the final layout with bones where they will stand. */
export function TeamSkeleton() {
  const t = useTranslations('report')
  return (
    <div role="status" aria-label={t('loading')} className="grid gap-4">
      <Card className="p-0!">
        <div className="@container">
          <div className="grid divide-y divide-line @3xl:grid-cols-4 @3xl:divide-x @3xl:divide-y-0">
            {FOUR.map(figure => (
              <div key={figure} className="px-5 py-4 @3xl:pt-[18px]">
                <Bone className="my-0.5 h-4 w-24" />
                <Bone className="mt-3 h-8 w-28" />
                <Bone className="mt-3 h-3.5 w-36" />
              </div>
            ))}
          </div>
        </div>
      </Card>
      <Card>
        <div className="mb-3 flex h-7 items-center">
          <Bone className="h-4 w-32" />
        </div>
        <div className="divide-y divide-line">
          {TEN.map(row => (
            <div key={row} className="flex h-[34px] items-center justify-between">
              <Bone className="h-3.5 w-32" />
              <Bone className="h-3.5 w-1/2" />
            </div>
          ))}
        </div>
      </Card>
    </div>
  )
}
