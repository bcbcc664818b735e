import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CelebrationsCard } from '@/components/settings/account/celebrations-card'
import { PasswordCard } from '@/components/settings/account/password-card'
import { PlacesCard } from '@/components/settings/account/places-card'
import { ProfileCard } from '@/components/settings/account/profile-card'
import { StartPage } from '@/components/settings/account/start-page'
import { SettingsHeading } from '@/components/settings/settings-heading'
import { requirePage } from '@/lib/server/access/page'
import { passwordState } from '@/lib/server/account'
import { listPlaces } from '@/lib/server/account-sessions'
import { isCelebrated } from '@/lib/server/celebrations/opt-outs'
import { getViews } from '@/lib/server/views-read'
import { today, workspaceState } from '@/lib/server/workspace'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.sections')
  return { title: t('account') }
}

/** One's own account: name, password, the page that opens first, celebrations, and where one is signed in. */
export default async function AccountPage() {
  const access = await requirePage('account.own')
  const { alloUserId } = access
  const [t, password, places, views, celebrated] = await Promise.all([
    getTranslations('settings.sections'),
    passwordState(access),
    listPlaces(access),
    getViews(access),
    alloUserId !== null && isCelebrated(alloUserId),
  ])
  const clock = { zone: workspaceState().settings.zone, today: today() }
  return (
    <>
      <SettingsHeading title={t('account')} />
      <ProfileCard name={access.name} email={access.email} role={access.role} />
      {password !== 'off' && <PasswordCard email={access.email} hasPassword={password === 'has'} />}
      <StartPage views={views} />
      {alloUserId !== null && <CelebrationsCard alloUserId={alloUserId} celebrated={celebrated} />}
      <PlacesCard places={places} clock={clock} />
    </>
  )
}
