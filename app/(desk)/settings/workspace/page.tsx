import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SettingsHeading } from '@/components/settings/settings-heading'
import { WorkspaceForm } from '@/components/settings/workspace/workspace-form'
import { requirePage } from '@/lib/server/access/page'
import { today, workspaceState } from '@/lib/server/workspace'
import { listZones } from '@/lib/settings/zones'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.sections')
  return { title: t('workspace') }
}

/** What is set for everybody: zone, week, business hours, holidays, thresholds. */
export default async function WorkspacePage() {
  await requirePage('workspace.write')
  const t = await getTranslations('settings.sections')
  const { settings, revision } = workspaceState()
  return (
    <>
      <SettingsHeading title={t('workspace')} />
      <WorkspaceForm
        settings={settings}
        revision={revision}
        zones={listZones(settings.zone, Date.now())}
        today={today()}
      />
    </>
  )
}
