import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ConnectionView } from '@/components/settings/connection/connection-view'
import { SettingsHeading } from '@/components/settings/settings-heading'
import { requirePage } from '@/lib/server/access/page'
import { getConnection } from '@/lib/server/connection'
import { pageCall } from '@/lib/server/page-call'
import { today, workspaceState } from '@/lib/server/workspace'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.sections')
  return { title: t('connection') }
}

/** The key, what it may do, what Allo tells of the workspace, and how far reading ahead got. */
export default async function ConnectionPage() {
  const access = await requirePage('workspace.write')
  const t = await getTranslations('settings.sections')
  const facts = await getConnection(access, await pageCall())
  return (
    <>
      <SettingsHeading title={t('connection')} />
      <ConnectionView facts={facts} clock={{ zone: workspaceState().settings.zone, today: today() }} />
    </>
  )
}
