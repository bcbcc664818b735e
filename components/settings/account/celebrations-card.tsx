'use client'
import { useTranslations } from 'next-intl'
import { useCelebrated } from '@/components/settings/celebrations/use-celebrated'
import { SettingsCard } from '@/components/settings/settings-card'

interface CelebrationsCardProps {
  /** The reader's own user in Allo. */
  alloUserId: string
  celebrated: boolean
}

/** Whether one's own conversions are celebrated on the screens; for people who phone. */
export function CelebrationsCard({ alloUserId, celebrated }: CelebrationsCardProps) {
  const t = useTranslations('settings.celebrations')
  const { isCelebrated, isPending, celebrate } = useCelebrated(alloUserId, celebrated, () => t('saved'))
  return (
    <SettingsCard title={t('title')} description={t('text')}>
      <label className="flex w-fit items-center gap-2.5 max-sm:min-h-11">
        <input
          type="checkbox"
          className="size-4 shrink-0 accent-act-3"
          checked={isCelebrated}
          aria-busy={isPending}
          onChange={event => celebrate(event.target.checked)}
        />
        {t('label')}
      </label>
    </SettingsCard>
  )
}
