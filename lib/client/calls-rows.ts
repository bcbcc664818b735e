import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { CallboardError } from '@/lib/errors'
import { CHECKED, type Checked } from '@/lib/report/calls-check'
import type { CallsQuery } from '@/lib/report/calls-query'
import type { CallsAnswer } from '@/lib/report/items'
import { callsPageKey } from './calls-keys'
import { callsPageQuery } from './calls-query'
import { placeRows, type Slots } from './calls-slots'

/** A page is asked for once the list has stood still on it for so long: a scroll bar dragged past asks for nothing. Milliseconds. */
const STILL = 100
/** Between two questions for a page whose rows have moved, in milliseconds; the server answers most of them from memory. */
const AGAIN = 5000

export interface CallRows extends Slots {
  /** Of a page in view that could not be had. */
  error: CallboardError | null
  /** Filters that some of the rows do not keep to. */
  strays: Checked[]
  retry: () => void
}

/**
 * The rows of the pages in view, and of no others: a jump to the end of 50,000 calls asks for the last page.
 *
 * @param pages 1-based, in order
 */
export function useCallRows(query: CallsQuery, pages: readonly number[]): CallRows {
  const client = useQueryClient()
  const settled = useSettled(pages.join())
  const { answers, error } = useQueries({
    queries: pages.map(page => {
      const options = callsPageQuery(query, page)
      return { ...options, enabled: options.enabled && (page === 1 || settled.split(',').includes(String(page))) }
    }),
    combine,
  })
  const slots = useMemo(() => placeRows(answers), [answers])
  const strays = useMemo(() => CHECKED.filter(name => answers.some(answer => answer.strays.includes(name))), [answers])

  const outdated = slots.outdated.join()
  useEffect(() => {
    if (outdated === '') return
    const ask = () => {
      for (const page of outdated.split(',')) {
        void client.refetchQueries(
          { queryKey: callsPageKey(query, Number(page)), exact: true },
          { cancelRefetch: false },
        )
      }
    }
    ask()
    const timer = setInterval(ask, AGAIN)
    return () => clearInterval(timer)
  }, [client, query, outdated])

  const retry = () => void client.refetchQueries({ queryKey: ['items'], type: 'active' })
  return { ...slots, error, strays, retry }
}

/** The same for as long as every page's answer is the same, so that scrolling within a page places nothing anew. */
function combine(results: { data: CallsAnswer | undefined; error: CallboardError | null }[]) {
  return {
    answers: results.flatMap(({ data }) => (data ? [data] : [])),
    error: results.find(result => result.error)?.error ?? null,
  }
}

/** A value once it has stayed the same for a moment; the first at once. */
function useSettled(value: string): string {
  const [settled, settle] = useState(value)
  useEffect(() => {
    if (value === settled) return
    const timer = setTimeout(settle, STILL, value)
    return () => clearTimeout(timer)
  }, [value, settled])
  return settled
}
