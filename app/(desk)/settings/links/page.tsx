import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinksList } from '@/components/settings/links/links-list'
import { SettingsHeading } from '@/components/settings/settings-heading'
import { requirePage } from '@/lib/server/access/page'
import { getShares } from '@/lib/server/shares/shares'
import { today, workspace } from '@/lib/server/workspace'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.sections')
  return { title: t('links') }
}

/** Every link to something of ours for people without an account. */
export default async function LinksPage() {
  const access = await requirePage('links.manage')
  const { zone, weekStart } = workspace()
  const [t, links] = await Promise.all([getTranslations('settings.sections'), getShares(access)])
  return (
    <>
      <SettingsHeading title={t('links')} />
      <LinksList links={links} clock={{ zone, weekStart, today: today() }} />
    </>
  )
}
