'use client'
import { useTranslations } from 'next-intl'
import { SettingsCard } from '@/components/settings/settings-card'
import type { Clock } from '@/lib/report/named-period'
import type { SavedView } from '@/lib/report/saved-view'
import { ViewRow } from './view-row'

/** One's own views, and those that others show to the team. */
export function ViewsList({ views, clock }: { views: SavedView[]; clock: Clock }) {
  const t = useTranslations('settings.views')
  const rows = (some: SavedView[]) => (
    <ul>
      {some.map(view => (
        <ViewRow key={view.id} view={view} clock={clock} />
      ))}
    </ul>
  )
  const own = views.filter(view => view.own)
  const others = views.filter(view => !view.own)
  return (
    <>
      <SettingsCard title={t('own')} description={t('ownText')}>
        {own.length > 0 ? rows(own) : <p className="text-ink-2">{t('empty')}</p>}
      </SettingsCard>
      {others.length > 0 && (
        <SettingsCard title={t('team')} description={t('teamText')}>
          {rows(others)}
        </SettingsCard>
      )}
    </>
  )
}
