'use client'
import { useTranslations } from 'next-intl'
import { SettingsCard } from '@/components/settings/settings-card'
import type { Part, PersonFacts } from '@/lib/connection'
import { FactsTable } from './facts-table'
import { PartRows } from './part-rows'

const ROLES = ['ADMIN', 'MANAGER', 'MEMBER'] as const

/** People as Allo has them, blocked ones included: their calls are in the reports. */
export function PeopleCard({ people }: { people: Part<PersonFacts> }) {
  const t = useTranslations('settings.connection')
  const roleName = (role: string | null) => {
    const known = ROLES.find(each => each === role)
    return known ? t(`roles.${known}`) : (role ?? '')
  }
  return (
    <SettingsCard title={t('people')} description={t('peopleText')}>
      <PartRows part={people} empty={t('noPeople')}>
        {rows => (
          <FactsTable
            label={t('people')}
            heads={[t('person'), t('role'), t('status')]}
            rows={rows.map(({ id, name, email, role, blocked }) => ({
              key: id,
              cells: [
                <span key="name">
                  <bdi className="block">{name}</bdi>
                  <span className="font-normal text-[13px] text-ink-3 [overflow-wrap:anywhere]">{email}</span>
                </span>,
                roleName(role),
                blocked ? t('blocked') : t('active'),
              ],
            }))}
          />
        )}
      </PartRows>
    </SettingsCard>
  )
}
