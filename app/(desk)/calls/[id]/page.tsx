import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CallPage } from '@/components/calls/call-page'
import { callKey } from '@/lib/client/call-keys'
import { directoryKey } from '@/lib/client/keys'
import { toCallboardError } from '@/lib/errors'
import { readSecond } from '@/lib/report/address-values'
import { requirePage } from '@/lib/server/access/page'
import { getCall } from '@/lib/server/calls'
import { getDirectory } from '@/lib/server/directory'
import { pageCall } from '@/lib/server/page-call'
import { toSearchParams } from '@/lib/server/page-params'
import { within } from '@/lib/server/within'
import { today, workspace } from '@/lib/server/workspace'

/** Longest wait of the first HTML for Allo, in milliseconds; a cached answer takes none of it. */
const PATIENCE = 1500

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('call')
  return { title: t('label') }
}

/** One call on a page of its own. What is no call, and what is not the reader's, is said by the pages beside this one. */
export default async function CallRoute({ params, searchParams }: PageProps<'/calls/[id]'>) {
  const access = await requirePage('calls.own')
  const id = decode((await params).id)
  const call = await pageCall()
  const [found, directory] = await Promise.all([
    within(getCall(access, id, call), PATIENCE),
    within(getDirectory(access, call), PATIENCE),
  ])
  if (found?.status === 'rejected') {
    const { code } = toCallboardError(found.reason)
    if (code === 'FORBIDDEN') forbidden()
    if (code === 'NOT_FOUND' || code === 'INVALID_PARAMETER') notFound()
  }

  const queryClient = new QueryClient()
  if (found?.status === 'fulfilled') queryClient.setQueryData(callKey(id), found.value)
  if (directory?.status === 'fulfilled') queryClient.setQueryData(directoryKey, directory.value)
  const { zone, conversionTags } = workspace()
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <CallPage
        key={id}
        id={id}
        at={readSecond(toSearchParams(await searchParams).get('t'))}
        zone={zone}
        today={today()}
        conversionTags={conversionTags}
      />
    </HydrationBoundary>
  )
}

/** Next hands places of an address on as they are written there. What cannot be read is no id either. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
