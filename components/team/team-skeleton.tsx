import { useTranslations } from 'next-intl'
import { FiguresBone, PeopleBone } from '@/components/report/report-bones'

/** The team page before its first numbers: the final layout with bones where they will stand. */
export function TeamSkeleton() {
  const t = useTranslations('report')
  return (
    <div role="status" aria-label={t('loading')} className="grid gap-4">
      <FiguresBone className="@3xl:pt-[18px]" />
      <PeopleBone row="h-[34px]" end="h-3.5 w-1/2" />
    </div>
  )
}
