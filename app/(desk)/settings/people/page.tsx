import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { InviteCard } from '@/components/settings/people/invite-card'
import { PeopleCard } from '@/components/settings/people/people-card'
import { SettingsHeading } from '@/components/settings/settings-heading'
import { requirePage } from '@/lib/server/access/page'
import { listInvitations } from '@/lib/server/invitations'
import { listPersonLines } from '@/lib/server/people-list'
import { today, workspaceState } from '@/lib/server/workspace'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.sections')
  return { title: t('people') }
}

/** Who has an account, and who is invited to have one. */
export default async function PeoplePage() {
  const access = await requirePage('people.manage')
  const [t, people, invitations] = await Promise.all([
    getTranslations('settings.sections'),
    listPersonLines(access),
    listInvitations(access),
  ])
  const clock = { zone: workspaceState().settings.zone, today: today() }
  return (
    <>
      <SettingsHeading title={t('people')} />
      <PeopleCard people={people} clock={clock} />
      <InviteCard invitations={invitations} clock={clock} />
    </>
  )
}
