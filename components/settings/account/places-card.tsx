'use client'
import { useTranslations } from 'next-intl'
import { ConfirmButton } from '@/components/settings/confirm-button'
import { SettingsCard } from '@/components/settings/settings-card'
import type { Clock } from '@/components/settings/use-instant-text'
import { useSettingsWrite } from '@/components/settings/use-settings-write'
import type { SessionPlace } from '@/lib/settings/session-place'
import { PlaceRow } from './place-row'

/** Every browser and device that one is signed in at, and the ways to end that. */
export function PlacesCard({ places, clock }: { places: SessionPlace[]; clock: Clock }) {
  const t = useTranslations('settings.account')
  const endOthers = useSettingsWrite<{ ended: number }>({ done: ({ ended }) => t('othersEnded', { count: ended }) })
  // This session is over as well: only the sign-in page is left to go to.
  const endAll = useSettingsWrite<{ ended: number }>({ onDone: () => location.assign('/sign-in') })
  return (
    <SettingsCard title={t('places')} description={t('placesText')}>
      <ul className="divide-y divide-line border-line border-y">
        {places.map(place => (
          <PlaceRow key={place.id} place={place} clock={clock} />
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap gap-2">
        {places.length > 1 && (
          <ConfirmButton
            look="chip"
            question={t('endOthersQuestion')}
            consequence={t('endOthersText')}
            deed={t('endOthers')}
            cancel={t('cancel')}
            onConfirm={() => endOthers.mutate({ method: 'DELETE', path: '/api/account/sessions?except=this' })}
          >
            {t('endOthers')}
          </ConfirmButton>
        )}
        <ConfirmButton
          look="chip"
          question={t('endAllQuestion')}
          consequence={t('endAllText')}
          deed={t('endAll')}
          cancel={t('cancel')}
          onConfirm={() => endAll.mutate({ method: 'DELETE', path: '/api/account/sessions' })}
        >
          {t('endAll')}
        </ConfirmButton>
      </div>
    </SettingsCard>
  )
}
