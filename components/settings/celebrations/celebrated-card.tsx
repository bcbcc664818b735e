'use client'
import { useLocale, useTranslations } from 'next-intl'
import { SettingsCard } from '@/components/settings/settings-card'
import { formatCount } from '@/lib/format/numbers'
import { CelebratedPerson, type CelebratedPersonProps } from './celebrated-person'

/** Everybody who phones, each with a box to tick; `people` is null while Allo cannot be asked who they are. */
export function CelebratedCard({ people }: { people: CelebratedPersonProps[] | null }) {
  const t = useTranslations('settings.celebrations')
  const locale = useLocale()
  const count = people?.filter(({ celebrated }) => celebrated).length ?? 0
  return (
    <SettingsCard title={t('whoTitle')} description={t('whoText')}>
      {people === null && <p className="text-ink-2 text-pretty">{t('whoUnknown')}</p>}
      {people?.length === 0 && <p className="text-ink-2 text-pretty">{t('nobody')}</p>}
      {people !== null && people.length > 0 && (
        <>
          <p className="num mb-2 text-[13px] text-ink-3">
            {t('count', { count: formatCount(count, locale), all: formatCount(people.length, locale) })}
          </p>
          <ul className="sm:columns-2 sm:gap-8">
            {people.map(person => (
              <CelebratedPerson key={person.id} {...person} />
            ))}
          </ul>
        </>
      )}
    </SettingsCard>
  )
}
