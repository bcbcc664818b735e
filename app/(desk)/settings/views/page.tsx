import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SettingsHeading } from '@/components/settings/settings-heading'
import { ViewsList } from '@/components/settings/views/views-list'
import { requirePage } from '@/lib/server/access/page'
import { getViews } from '@/lib/server/views-read'
import { today, workspace } from '@/lib/server/workspace'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.sections')
  return { title: t('views') }
}

/** The views that the reader may open: their own and the team's. */
export default async function ViewsPage() {
  const access = await requirePage('views.save')
  const [t, views] = await Promise.all([getTranslations('settings.sections'), getViews(access)])
  return (
    <>
      <SettingsHeading title={t('views')} />
      <ViewsList views={views} clock={{ today: today(), weekStart: workspace().weekStart }} />
    </>
  )
}
