import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { ContactView } from '@/components/contacts/contact-view'
import { Card } from '@/components/ui/card'
import { timelineKey } from '@/lib/client/contact-keys'
import { directoryKey } from '@/lib/client/keys'
import { toCallboardError, toErrorBody } from '@/lib/errors'
import { formatPhone } from '@/lib/format/phone'
import { getPageMessages } from '@/lib/i18n/desk-messages'
import { readContactAddress } from '@/lib/report/contact'
import { mayAccess } from '@/lib/server/access/access'
import { requirePage } from '@/lib/server/access/page'
import { getTimeline } from '@/lib/server/contact'
import { getDirectory } from '@/lib/server/directory'
import { pageCall } from '@/lib/server/page-call'
import { getTextSenders } from '@/lib/server/texts'
import { within } from '@/lib/server/within'
import { today, workspace } from '@/lib/server/workspace'

/** Longest wait of the first HTML for Allo, in milliseconds; a cached answer takes none of it. */
const PATIENCE = 1500

export async function generateMetadata({ params }: PageProps<'/contacts/[number]'>): Promise<Metadata> {
  const address = readContactAddress((await params).number)
  const t = await getTranslations('contact')
  return { title: address.kind === 'number' ? formatPhone(address.number) : t('title') }
}

/** Everything with one phone number. */
export default async function ContactPage({ params }: PageProps<'/contacts/[number]'>) {
  const access = await requirePage('calls.own')
  const address = readContactAddress((await params).number)
  if (address.kind !== 'number') return <NoContact kind={address.kind} />
  const { number } = address

  const call = await pageCall()
  const [timeline, directory, senders] = await Promise.all([
    within(getTimeline(access, number, 1, call), PATIENCE),
    within(getDirectory(access, call), PATIENCE),
    mayAccess(access, 'texts.send') ? within(getTextSenders(access, call), PATIENCE) : null,
  ])
  const queryClient = new QueryClient()
  if (timeline?.status === 'fulfilled') {
    queryClient.setQueryData(timelineKey(number), { pages: [timeline.value], pageParams: [1] })
  }
  if (directory?.status === 'fulfilled') queryClient.setQueryData(directoryKey, directory.value)
  const { zone, conversionTags } = workspace()
  return (
    <NextIntlClientProvider messages={await getPageMessages('contact', 'texts')}>
      <HydrationBoundary state={dehydrate(queryClient)}>
        <ContactView
          number={number}
          context={{ zone, today: today(), conversionTags }}
          senders={senders?.status === 'fulfilled' ? senders.value : null}
          failure={timeline?.status === 'rejected' ? toErrorBody(toCallboardError(timeline.reason)).error : null}
        />
      </HydrationBoundary>
    </NextIntlClientProvider>
  )
}

/** An address that names nobody. */
async function NoContact({ kind }: { kind: 'withheld' | 'malformed' }) {
  const t = await getTranslations('contact')
  return (
    <Card className="max-w-[640px]">
      <h1 className="font-semibold text-[17px]">{t(`none.${kind}.title`)}</h1>
      <p className="mt-1 text-ink-2 text-pretty">{t(`none.${kind}.text`)}</p>
    </Card>
  )
}
