import { useTranslations } from 'next-intl'
import { Bone } from '@/components/ui/bone'
import { Card } from '@/components/ui/card'
import { ReportLayout } from './report-layout'

const FOUR = ['dials', 'connected', 'conversations', 'conversions']
const THREE = ['total', 'conversation', 'ringing']
const TEN = Array.from({ length: 10 }, (_, index) => index)

/** The report before its first numbers: the final layout with bones where they will stand. */
export default function ReportSkeleton() {
  const t = useTranslations('report')
  const head = (
    <div className="mb-3 flex h-7 items-center">
      <Bone className="h-4 w-32" />
    </div>
  )
  return (
    <div role="status" aria-label={t('loading')}>
      <ReportLayout
        funnel={
          <Card className="p-0!">
            <div className="@container">
              <div className="grid divide-y divide-line @3xl:grid-cols-4 @3xl:divide-x @3xl:divide-y-0">
                {FOUR.map(stage => (
                  <div key={stage} className="px-5 py-4 @3xl:h-[216px] @3xl:py-[18px]">
                    <Bone className="my-0.5 h-4 w-24" />
                    <Bone className="mt-3 h-8 w-28" />
                    <Bone className="mt-3 h-3.5 w-36" />
                  </div>
                ))}
              </div>
            </div>
          </Card>
        }
        series={
          <Card>
            {head}
            <Bone className="h-[274px]" />
          </Card>
        }
        timeSpent={
          <Card className="flex flex-col">
            {head}
            <div className="grid flex-1 auto-rows-fr divide-y divide-line">
              {THREE.map(figure => (
                <div key={figure} className="flex flex-col justify-center gap-2 py-2.5">
                  <Bone className="h-3.5 w-32" />
                  <Bone className="h-7 w-36" />
                </div>
              ))}
            </div>
          </Card>
        }
        heatmap={
          <Card>
            {head}
            <Bone className="h-[290px] lg:h-[374px]" />
          </Card>
        }
        leaderboard={
          <Card>
            {head}
            <div className="divide-y divide-line">
              {TEN.map(row => (
                <div key={row} className="flex h-8 items-center justify-between">
                  <Bone className="h-3.5 w-32" />
                  <Bone className="h-2 w-32" />
                </div>
              ))}
            </div>
          </Card>
        }
      />
    </div>
  )
}
