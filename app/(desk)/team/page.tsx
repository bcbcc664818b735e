import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { TeamView } from '@/components/team/team-view'
import { directoryKey } from '@/lib/client/keys'
import { overviewKey } from '@/lib/client/team-keys'
import { toCallboardError, toErrorBody } from '@/lib/errors'
import { getPageMessages } from '@/lib/i18n/desk-messages'
import { narrowView } from '@/lib/report/sight'
import { overviewQuestion, TEAM } from '@/lib/report/team-place'
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
  const t = await getTranslations('team')
  return { title: t('title') }
}

/** The team's overview: reads the address, fetches its report and the directory, and sends them along with the page. */
export default async function TeamPage({ searchParams }: PageProps<'/team'>) {
  const access = await requirePage('reports.read')
  const { view } = narrowView(TEAM.read(toSearchParams(await searchParams)).view, sightOf(access))

  const call = await pageCall()
  const [report, directory, messages] = await Promise.all([
    within(getReport(access, 'overview', overviewQuestion(view.report), call), PATIENCE),
    within(getDirectory(access, call), PATIENCE),
    getPageMessages('team'),
  ])

  const queryClient = new QueryClient()
  if (report?.status === 'fulfilled') queryClient.setQueryData(overviewKey(view.report), report.value)
  if (directory?.status === 'fulfilled') queryClient.setQueryData(directoryKey, directory.value)
  const failure = report?.status === 'rejected' ? toErrorBody(toCallboardError(report.reason)).error : null

  return (
    <NextIntlClientProvider messages={messages}>
      <HydrationBoundary state={dehydrate(queryClient)}>
        <TeamView workspace={deskWorkspace()} today={today()} now={new Date().toISOString()} failure={failure} />
      </HydrationBoundary>
    </NextIntlClientProvider>
  )
}
