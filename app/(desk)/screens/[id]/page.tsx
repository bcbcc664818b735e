import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { ScreenEditor } from '@/components/screens/screen-editor'
import { canonicalView } from '@/lib/client/screens-views'
import { getPageMessages } from '@/lib/i18n/desk-messages'
import type { SavedView } from '@/lib/report/saved-view'
import { requirePage } from '@/lib/server/access/page'
import { getDirectory } from '@/lib/server/directory'
import { pageCall } from '@/lib/server/page-call'
import { listScreens } from '@/lib/server/screens/fleet'
import { getViews } from '@/lib/server/views-read'
import { within } from '@/lib/server/within'
import { workspace } from '@/lib/server/workspace'

/** Longest wait for the names of people and lines, in milliseconds; without them what is chosen stays. */
const PATIENCE = 1500

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('screens')
  return { title: t('title') }
}

/** Views of the dashboard, as a scene keeps them. */
function toChoice({ id, name, own, address }: SavedView) {
  const [path, search = ''] = address.split('?')
  return path === '/outbound' ? { id, name, own, search: canonicalView(search) } : []
}

/** What one screen shows, and when. */
export default async function ScreenPage({ params }: PageProps<'/screens/[id]'>) {
  const access = await requirePage('screens.manage')
  const [{ id }, screens] = await Promise.all([params, listScreens(access)])
  const screen = screens.find(each => each.id === id)
  if (!screen) notFound()
  const [views, directory, t, messages] = await Promise.all([
    getViews(access),
    within(getDirectory(access, await pageCall()), PATIENCE),
    getTranslations('screens'),
    getPageMessages('screens'),
  ])
  const { people, lines } = directory?.status === 'fulfilled' ? directory.value : { people: [], lines: [] }
  const { name, place, show, revision, hasSound, reported } = screen
  return (
    <NextIntlClientProvider messages={messages}>
      <Link href="/screens" className="text-[13px] text-ink-2 hover:text-ink">
        {t('edit.back')}
      </Link>
      <h1 className="mb-3.5 font-[650] text-[20px] leading-8 tracking-[-0.02em] break-words">{name}</h1>
      <ScreenEditor
        id={id}
        values={{ name, place, show }}
        revision={revision}
        hasSound={hasSound}
        zone={workspace().zone}
        isPortrait={reported !== null && reported.height > reported.width}
        choices={{ views: views.flatMap(toChoice), people: people.filter(each => !each.blocked), lines }}
      />
    </NextIntlClientProvider>
  )
}
