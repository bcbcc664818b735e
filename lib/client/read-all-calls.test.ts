import { QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import type { CallRow, DrilldownAnswer } from '@/lib/report/drilldown'
import { DEFAULT_VIEW } from '@/lib/report/search'
import { type DrilledView, drilldownQuery } from './drill-query'
import { readAllCalls } from './read-all-calls'

const VIEW: DrilledView = {
  ...DEFAULT_VIEW,
  drill: { stage: 'dials', on: null, person: null, cell: null, page: 2, call: null },
}

function row(index: number): CallRow {
  return {
    id: `cll-${index}`,
    stage: 'dials',
    date: '2026-04-21T08:00:00Z',
    duration: index,
    voicemail: false,
    user: null,
    alloNumber: '+33100000000',
    alloNumberLabel: null,
    contactNumber: '+33612345678',
    withheld: false,
  }
}

function page(number: number, ids: number[], totalPages: number): DrilldownAnswer {
  return {
    stage: 'dials',
    range: { from: '2026-03-25', to: '2026-04-21' },
    rows: ids.map(row),
    details: ids.slice(1).map(id => ({
      id: `cll-${id}`,
      contact: null,
      otherContacts: 0,
      summary: `summary ${id}`,
      tags: [],
      hasRecording: false,
    })),
    detailsFailure: null,
    page: { page: number, size: 20, totalCount: totalPages * 20, totalPages },
    aggregate: 0,
    fetchedAt: '2026-04-22T08:00:00Z',
  }
}

/** A cache that holds pages, so that nothing has to be asked. */
function holding(pages: DrilldownAnswer[]): QueryClient {
  const client = new QueryClient()
  for (const answer of pages) {
    const view = { ...VIEW, drill: { ...VIEW.drill, page: answer.page.page } }
    client.setQueryData(drilldownQuery(view).queryKey, answer)
  }
  return client
}

it('reads from the first page to the last and takes a call that moved between pages once', async () => {
  const shares: number[] = []
  const calls = await readAllCalls({
    client: holding([page(1, [1, 2, 3], 3), page(2, [3, 4], 3), page(3, [5], 3)]),
    view: VIEW,
    known: null,
    onProgress: share => shares.push(share),
    signal: new AbortController().signal,
  })
  expect(calls.map(call => call.row.id)).toEqual(['cll-1', 'cll-2', 'cll-3', 'cll-4', 'cll-5'])
  expect(calls.map(call => call.details?.summary)).toEqual([undefined, 'summary 2', undefined, 'summary 4', undefined])
  expect(shares).toEqual([1 / 3, 2 / 3, 1])
})

it('stops at 500 calls', async () => {
  const pages = Array.from({ length: 26 }, (_, index) =>
    page(
      index + 1,
      Array.from({ length: 20 }, (_, at) => index * 20 + at),
      30,
    ),
  )
  const calls = await readAllCalls({
    client: holding(pages),
    view: VIEW,
    known: null,
    onProgress: () => undefined,
    signal: new AbortController().signal,
  })
  expect(calls).toHaveLength(500)
})

it('reads nothing more when given up', async () => {
  const stop = new AbortController()
  const reading = readAllCalls({
    client: holding([page(1, [1], 2), page(2, [2], 2)]),
    view: VIEW,
    known: null,
    onProgress: () => stop.abort(new Error('enough')),
    signal: stop.signal,
  })
  await expect(reading).rejects.toThrow('enough')
})
