'use client'
import { useTranslations } from 'next-intl'
import { SettingsCard } from '@/components/settings/settings-card'
import type { Clock } from '@/components/settings/use-instant-text'
import { useSettingsWrite } from '@/components/settings/use-settings-write'
import { Button } from '@/components/ui/button'
import type { PersonLine } from '@/lib/settings/person'
import { PersonRow } from './person-row'

const COLUMNS = ['allo', 'seen', 'sessions'] as const

/** Everybody with an account. In a narrow card, what stands in the later columns goes below the name. */
export function PeopleCard({ people, clock }: { people: PersonLine[]; clock: Clock }) {
  const t = useTranslations('settings.people')
  const check = useSettingsWrite<{ changed: number }>({ done: ({ changed }) => t('checked', { count: changed }) })
  return (
    <SettingsCard
      title={t('team')}
      description={t('teamText')}
      action={
        <Button
          disabled={check.isPending}
          aria-busy={check.isPending}
          onClick={() => check.mutate({ method: 'POST', path: '/api/people/ties' })}
        >
          {t('check')}
        </Button>
      }
    >
      <div className="@container">
        <table className="w-full text-left @max-2xl:block">
          <thead className="text-[13px] text-ink-3 @max-2xl:hidden">
            <tr>
              <th scope="col" className="pb-2 font-normal">
                {t('columns.person')}
              </th>
              <th scope="col" className="pb-2 pl-4 font-normal">
                {t('columns.role')}
              </th>
              {COLUMNS.map(column => (
                <th key={column} scope="col" className="pb-2 pl-4 font-normal last:text-right">
                  {t(`columns.${column}`)}
                </th>
              ))}
              <th scope="col">
                <span className="sr-only">{t('columns.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody className="@max-2xl:block">
            {people.map(person => (
              <PersonRow key={person.id} person={person} clock={clock} />
            ))}
          </tbody>
        </table>
      </div>
    </SettingsCard>
  )
}
