import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { PersonView } from '@/components/person/person-view'
import { directoryKey, outboundKey } from '@/lib/client/keys'
import { personCallsKey } from '@/lib/client/team-keys'
import { toCallboardError, toErrorBody } from '@/lib/errors'
import { getPageMessages } from '@/lib/i18n/desk-messages'
import { readId } from '@/lib/report/address-values'
import type { Person } from '@/lib/report/person'
import { personPlace, teamQuestion } from '@/lib/report/person-place'
import { narrowView, seesPerson } from '@/lib/report/sight'
import { mayAccess } from '@/lib/server/access/access'
import { requirePage } from '@/lib/server/access/page'
import { opensCall, sightOf } from '@/lib/server/access/scope'
import { getDirectory } from '@/lib/server/directory'
import { pageCall } from '@/lib/server/page-call'
import { toSearchParams } from '@/lib/server/page-params'
import { findPerson } from '@/lib/server/person'
import { getPersonCalls } from '@/lib/server/person-calls'
import { getReport } from '@/lib/server/reports'
import { within } from '@/lib/server/within'
import { deskWorkspace, today } from '@/lib/server/workspace'

/** Longest wait of the first HTML for Allo, in milliseconds; a cached answer takes none of it. */
const PATIENCE = 1500

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('person')
  return { title: t('title') }
}

/** One person's page: their outbound report, the team's beside it, and their latest calls, sent along as far as they are here. */
export default async function PersonPage({ params, searchParams }: PageProps<'/people/[id]'>) {
  const access = await requirePage('reports.read')
  const id = readId((await params).id)
  if (id === null) notFound()
  const sight = sightOf(access)
  if (!seesPerson(sight.only, id)) forbidden()

  const { view } = narrowView(personPlace(id).read(toSearchParams(await searchParams)).view, sight)
  const opensCalls = mayAccess(access, 'calls.list') && opensCall(access, id)
  const team = teamQuestion(view.report)
  const call = await pageCall()
  const [found, report, beside, calls, directory, messages] = await Promise.all([
    within(findPerson(access, id, call), PATIENCE),
    within(getReport(access, 'outbound', view.report, call), PATIENCE),
    within(getReport(access, 'outbound', team, call), PATIENCE),
    opensCalls ? within(getPersonCalls(access, id, view.report, call), PATIENCE) : null,
    within(getDirectory(access, call), PATIENCE),
    getPageMessages('person'),
  ])
  if (found?.status === 'fulfilled' && found.value === null) notFound()

  const queryClient = new QueryClient()
  if (report?.status === 'fulfilled') queryClient.setQueryData(outboundKey(view.report), report.value)
  if (beside?.status === 'fulfilled') queryClient.setQueryData(outboundKey(team), beside.value)
  if (calls?.status === 'fulfilled') queryClient.setQueryData(personCallsKey(id, view.report.period), calls.value)
  if (directory?.status === 'fulfilled') queryClient.setQueryData(directoryKey, directory.value)
  const failure = report?.status === 'rejected' ? toErrorBody(toCallboardError(report.reason)).error : null
  // Who it is may be unknown for a while, or to the key; the numbers need only the id.
  const unknown: Person = { id, name: id, role: null, blocked: false, lines: null }

  return (
    <NextIntlClientProvider messages={messages}>
      <HydrationBoundary state={dehydrate(queryClient)}>
        <PersonView
          key={id}
          person={(found?.status === 'fulfilled' && found.value) || unknown}
          opensCalls={opensCalls}
          workspace={deskWorkspace()}
          today={today()}
          now={new Date().toISOString()}
          failure={failure}
        />
      </HydrationBoundary>
    </NextIntlClientProvider>
  )
}
