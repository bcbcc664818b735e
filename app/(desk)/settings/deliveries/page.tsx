import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DeliveriesView } from '@/components/settings/deliveries/deliveries-view'
import { SettingsHeading } from '@/components/settings/settings-heading'
import { requirePage } from '@/lib/server/access/page'
import { getTargets } from '@/lib/server/deliveries/targets'
import { canMail } from '@/lib/server/mail'
import { today, workspace } from '@/lib/server/workspace'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.sections')
  return { title: t('deliveries') }
}

/** Where finished reviews are sent, and what became of them. */
export default async function DeliveriesPage() {
  const access = await requirePage('workspace.write')
  const [t, targets] = await Promise.all([getTranslations('settings.sections'), getTargets(access)])
  return (
    <>
      <SettingsHeading title={t('deliveries')} />
      <DeliveriesView targets={targets} canMail={canMail()} clock={{ zone: workspace().zone, today: today() }} />
    </>
  )
}
