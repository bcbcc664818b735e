'use client'
import { useTranslations } from 'next-intl'
import { SettingsCard } from '@/components/settings/settings-card'
import { useSettingsWrite } from '@/components/settings/use-settings-write'
import { SelectField } from '@/components/ui/field'
import type { SavedView } from '@/lib/report/saved-view'

/** What opens first after signing in: the dashboard, or one of the views that the reader sees. */
export function StartPage({ views }: { views: readonly SavedView[] }) {
  const t = useTranslations('settings.views')
  const shell = useTranslations('shell')
  const { mutate, isPending } = useSettingsWrite({ done: () => t('startSaved') })
  return (
    <SettingsCard title={t('start')} description={t('startText')}>
      <SelectField
        label={t('startLabel')}
        className="max-w-80"
        disabled={isPending}
        value={views.find(view => view.start)?.id ?? ''}
        onChange={event =>
          mutate({ method: 'PUT', path: '/api/account/start', body: { viewId: event.target.value || null } })
        }
        options={[
          { value: '', label: shell('outbound') },
          ...views.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </SettingsCard>
  )
}
