import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { GoalsForm } from '@/components/settings/goals/goals-form'
import { SettingsHeading } from '@/components/settings/settings-heading'
import { requirePage } from '@/lib/server/access/page'
import { getDirectory } from '@/lib/server/directory'
import { pageCall } from '@/lib/server/page-call'
import { within } from '@/lib/server/within'
import { workspaceState } from '@/lib/server/workspace'

/** Longest wait for Allo's list of people, in milliseconds. */
const PATIENCE = 5000

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.sections')
  return { title: t('goals') }
}

/** What a week should bring, for the team and for each of its people. */
export default async function GoalsPage() {
  const access = await requirePage('goals.write')
  const t = await getTranslations('settings.sections')
  const directory = await within(getDirectory(access, await pageCall()), PATIENCE)
  const { goals, revision } = workspaceState()
  const people = directory?.status === 'fulfilled' ? directory.value.people.filter(({ blocked }) => !blocked) : null
  return (
    <>
      <SettingsHeading title={t('goals')} />
      <GoalsForm goals={goals} revision={revision} people={people?.map(({ id, name }) => ({ id, name })) ?? null} />
    </>
  )
}
