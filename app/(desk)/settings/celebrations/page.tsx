import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CelebratedCard } from '@/components/settings/celebrations/celebrated-card'
import { SettingsHeading } from '@/components/settings/settings-heading'
import { requirePage } from '@/lib/server/access/page'
import { listOptOuts } from '@/lib/server/celebrations/opt-outs'
import { getDirectory } from '@/lib/server/directory'
import { pageCall } from '@/lib/server/page-call'
import { within } from '@/lib/server/within'

/** Longest wait for Allo's list of people, in milliseconds. */
const PATIENCE = 5000

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.sections')
  return { title: t('celebrations') }
}

/** Whose conversions the screens on the walls celebrate. */
export default async function CelebrationsPage() {
  const access = await requirePage('screens.manage')
  const [t, optOuts, directory] = await Promise.all([
    getTranslations('settings.sections'),
    listOptOuts(access),
    within(getDirectory(access, await pageCall()), PATIENCE),
  ])
  const people = directory?.status === 'fulfilled' ? directory.value.people.filter(({ blocked }) => !blocked) : null
  return (
    <>
      <SettingsHeading title={t('celebrations')} />
      <CelebratedCard people={people?.map(({ id, name }) => ({ id, name, celebrated: !optOuts.has(id) })) ?? null} />
    </>
  )
}
