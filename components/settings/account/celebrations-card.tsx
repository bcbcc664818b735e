'use client'
import { useTranslations } from 'next-intl'
import { SettingsCard } from '@/components/settings/settings-card'
import { useSettingsWrite } from '@/components/settings/use-settings-write'

interface CelebrationsCardProps {
  /** The reader's own user in Allo. */
  alloUserId: string
  celebrated: boolean
}

/** Whether one's own conversions are celebrated on the screens; for people who phone. */
export function CelebrationsCard({ alloUserId, celebrated }: CelebrationsCardProps) {
  const t = useTranslations('settings.celebrations')
  const { mutate, isPending } = useSettingsWrite({ done: () => t('saved') })
  const path = `/api/celebrations/opt-outs/${encodeURIComponent(alloUserId)}`
  return (
    <SettingsCard title={t('title')} description={t('text')}>
      <label className="flex w-fit items-center gap-2.5 max-sm:min-h-11">
        <input
          type="checkbox"
          className="size-4 shrink-0 accent-act-3"
          checked={celebrated}
          disabled={isPending}
          onChange={event => mutate({ method: event.target.checked ? 'DELETE' : 'PUT', path })}
        />
        {t('label')}
      </label>
    </SettingsCard>
  )
}
