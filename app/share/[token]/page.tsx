import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { LockedPage } from '@/components/share/locked-page'
import { SharedNotice } from '@/components/share/shared-notice'
import { SharedPage } from '@/components/share/shared-page'
import { toCallboardError } from '@/lib/errors'
import { env } from '@/lib/server/env'
import { log } from '@/lib/server/log'
import { pageCall } from '@/lib/server/page-call'
import { requireShare } from '@/lib/server/shares/page'
import { getPreview } from '@/lib/server/shares/preview'
import { getShown } from '@/lib/server/shares/shown'
import { today, workspace } from '@/lib/server/workspace'
import { previewText } from './preview-text'

type Props = PageProps<'/share/[token]'>

/** What stands in tabs, and what chat tools show of a link that may unfold. Of any other they learn nothing. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { token } = await params
  const [t, locale, opened, call] = await Promise.all([
    getTranslations('shared'),
    getLocale(),
    requireShare(token),
    pageCall(),
  ])
  const common: Metadata = {
    title: t('title'),
    description: null,
    robots: { index: false, follow: false, noarchive: true },
  }
  const shown = await getPreview(opened, call)
  if (!shown) return common
  const title = opened.share.token.name
  const description = await previewText(shown, opened.share.sections, locale)
  const image = { url: `/share/${token}/preview`, width: 1200, height: 630, alt: title }
  return {
    ...common,
    title,
    description,
    metadataBase: new URL(env().NEXTAUTH_URL),
    openGraph: { type: 'article', siteName: 'Callboard', title, description, images: [image] },
    twitter: { card: 'summary_large_image', title, description, images: [image] },
  }
}

/** What a link shows, for people without an account: nothing can be changed, opened or heard here. */
export default async function Share({ params, searchParams }: Props) {
  const { token } = await params
  const { share, access } = await requireShare(token)
  if (access === null) {
    const { problem } = await searchParams
    return <LockedPage action={`/share/${token}/unlock`} problem={typeof problem === 'string' ? problem : null} />
  }
  const call = await pageCall()
  try {
    const shown = await getShown(share, access, call)
    const { name, expiresAt } = share.token
    const clock = { zone: workspace().zone, today: today() }
    return (
      <SharedPage
        name={name}
        shown={shown}
        sections={share.sections}
        expiresAt={expiresAt?.toISOString() ?? null}
        clock={clock}
      />
    )
  } catch (thrown) {
    const { code, message } = toCallboardError(thrown)
    log().warn({ event: 'a link could not be shown', share: share.id, code, message, requestId: call.requestId })
    return <SharedNotice kind="failed" />
  }
}
