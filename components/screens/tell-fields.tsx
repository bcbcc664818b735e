'use client'
import { useTranslations } from 'next-intl'
import { SaveViewChoice } from '@/components/report/save-view-choice'
import { SettingsCard } from '@/components/settings/settings-card'
import type { Show } from '@/lib/tv/show'
import { CelebratedLink } from './celebrated-link'
import { SpanFields } from './span-fields'

interface TellFieldsProps {
  show: Show
  hasSound: boolean
  onChange: (next: Partial<Show>) => void
}

/** Minutes after midnight: outside of most offices' hours, over midnight. */
const QUIET = { from: 19 * 60, to: 8 * 60 }

/** What the wall may tell of contacts, and whether a conversion is celebrated on it. */
export function TellFields({ show, hasSound, onChange }: TellFieldsProps) {
  const t = useTranslations('screens.edit')
  const tick = (name: 'showsContacts' | 'showsCompanies' | 'celebrates') => ({
    type: 'checkbox' as const,
    label: t(name),
    hint: t(`${name}Hint`),
    checked: show[name],
    onChange: (event: { target: HTMLInputElement }) => onChange({ [name]: event.target.checked }),
  })
  return (
    <>
      <SettingsCard title={t('privacy')} description={t('privacyHint')}>
        <div className="grid gap-4 sm:grid-cols-2">
          <SaveViewChoice {...tick('showsContacts')} />
          <SaveViewChoice {...tick('showsCompanies')} />
        </div>
      </SettingsCard>
      <SettingsCard
        title={t('celebrations')}
        description={t(hasSound ? 'soundArmed' : 'soundUnarmed')}
        action={<CelebratedLink />}
      >
        <div className="grid gap-4">
          <SaveViewChoice {...tick('celebrates')} />
          {show.celebrates && (
            <SaveViewChoice
              type="checkbox"
              label={t('quiet')}
              hint={t('quietHint')}
              checked={show.quietHours !== null}
              onChange={event => onChange({ quietHours: event.target.checked ? QUIET : null })}
            />
          )}
          {show.celebrates && show.quietHours && (
            <SpanFields
              label={t('quietHours')}
              span={show.quietHours}
              onChange={quietHours => onChange({ quietHours })}
            />
          )}
        </div>
      </SettingsCard>
    </>
  )
}
