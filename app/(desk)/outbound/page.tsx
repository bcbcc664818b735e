import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OutboundView } from '@/components/report/outbound-view'
import { directoryKey, outboundKey } from '@/lib/client/keys'
import { toCallboardError, toErrorBody } from '@/lib/errors'
import { readView } from '@/lib/report/search'
import { narrowView } from '@/lib/report/sight'
import { requirePage } from '@/lib/server/access/page'
import { sightOf } from '@/lib/server/access/scope'
import { getDirectory } from '@/lib/server/directory'
import { pageCall } from '@/lib/server/page-call'
import { toSearchParams } from '@/lib/server/page-params'
import { getReport } from '@/lib/server/reports'
import { within } from '@/lib/server/within'
import { deskWorkspace, today } from '@/lib/server/workspace'

/** Longest wait of the first HTML for Allo, in milliseconds; a cached answer takes none of it. */
const PATIENCE = 1500

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell')
  return { title: t('outbound') }
}

/** The outbound dashboard: reads the address, fetches its one report, and sends it along with the page. */
export default async function OutboundPage({ searchParams }: PageProps<'/outbound'>) {
  const access = await requirePage('reports.read')
  const { view } = narrowView(readView(toSearchParams(await searchParams)).view, sightOf(access))

  const call = await pageCall()
  const [report, directory] = await Promise.all([
    within(getReport(access, 'outbound', view.report, call), PATIENCE),
    within(getDirectory(access, call), PATIENCE),
  ])

  const queryClient = new QueryClient()
  if (report?.status === 'fulfilled') queryClient.setQueryData(outboundKey(view.report), report.value)
  if (directory?.status === 'fulfilled') queryClient.setQueryData(directoryKey, directory.value)
  const failure = report?.status === 'rejected' ? toErrorBody(toCallboardError(report.reason)).error : null

  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <OutboundView workspace={deskWorkspace()} today={today()} now={new Date().toISOString()} failure={failure} />
    </HydrationBoundary>
  )
}
