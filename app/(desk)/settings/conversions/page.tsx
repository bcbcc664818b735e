import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TagSets } from '@/components/settings/conversions/tag-sets'
import { SettingsHeading } from '@/components/settings/settings-heading'
import { requirePage } from '@/lib/server/access/page'
import { getDirectory } from '@/lib/server/directory'
import { pageCall } from '@/lib/server/page-call'
import { within } from '@/lib/server/within'
import { workspaceState } from '@/lib/server/workspace'

/** Longest wait for Allo's list of tags, in milliseconds; without it tags can still be typed. */
const PATIENCE = 3000

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.sections')
  return { title: t('conversions') }
}

/** Which tags make a call a conversion: several named sets, one of which counts unless a reader chooses another. */
export default async function ConversionsPage() {
  const access = await requirePage('workspace.write')
  const t = await getTranslations('settings.sections')
  const directory = await within(getDirectory(access, await pageCall()), PATIENCE)
  const { tagSets, revision } = workspaceState()
  return (
    <>
      <SettingsHeading title={t('conversions')} />
      <TagSets
        sets={tagSets}
        revision={revision}
        known={directory?.status === 'fulfilled' ? directory.value.tags : null}
      />
    </>
  )
}
