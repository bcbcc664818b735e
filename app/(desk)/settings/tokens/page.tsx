import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SettingsHeading } from '@/components/settings/settings-heading'
import { TokensView } from '@/components/settings/tokens/tokens-view'
import { requirePage } from '@/lib/server/access/page'
import { env } from '@/lib/server/env'
import { getTokens } from '@/lib/server/tokens'
import { today, workspace } from '@/lib/server/workspace'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.sections')
  return { title: t('tokens') }
}

/** What scripts read reports with. */
export default async function TokensPage() {
  const access = await requirePage('tokens.manage')
  const [t, tokens] = await Promise.all([getTranslations('settings.sections'), getTokens(access)])
  return (
    <>
      <SettingsHeading title={t('tokens')} />
      <TokensView
        tokens={tokens}
        site={new URL(env().NEXTAUTH_URL).origin}
        clock={{ zone: workspace().zone, today: today() }}
      />
    </>
  )
}
