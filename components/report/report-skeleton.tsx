import { useTranslations } from 'next-intl'
import { Bone } from '@/components/ui/bone'
import { Card } from '@/components/ui/card'
import { FiguresBone, HeadBone, PeopleBone } from './report-bones'
import { ReportLayout } from './report-layout'

const THREE = ['total', 'conversation', 'ringing']

/** The report before its first numbers: the final layout with bones where they will stand. */
export default function ReportSkeleton() {
  const t = useTranslations('report')
  return (
    <div role="status" aria-label={t('loading')}>
      <ReportLayout
        funnel={<FiguresBone className="@3xl:h-[216px] @3xl:py-[18px]" />}
        series={
          <Card>
            <HeadBone />
            <Bone className="h-[274px]" />
          </Card>
        }
        timeSpent={
          <Card className="flex flex-col">
            <HeadBone />
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
            <HeadBone />
            <Bone className="h-[290px] lg:h-[374px]" />
          </Card>
        }
        leaderboard={<PeopleBone row="h-8" end="h-2 w-32" />}
      />
    </div>
  )
}
