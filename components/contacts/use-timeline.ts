import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { timelineQuery } from '@/lib/client/contact-query'
import { CallboardError, type ErrorBody } from '@/lib/errors'
import { joinTimeline } from '@/lib/report/contact'

/**
 * Everything with a number as far as it has been read, and what the timeline needs to say how that goes.
 *
 * @param failure why the server could not send it along with the page
 */
export function useTimeline(number: string, failure: ErrorBody['error'] | null) {
  const asked = useInfiniteQuery(timelineQuery(number))
  const { data } = asked
  const timeline = useMemo(() => (data ? joinTimeline(data.pages) : null), [data])
  // The first attempt of the browser is still on its way while the server's has failed already.
  const before =
    failure && !timeline && asked.isPending ? new CallboardError(failure.code, 'on the server', failure) : null
  return {
    timeline,
    error: asked.error ?? before,
    loading: asked.isFetching,
    loadingEarlier: asked.isFetchingNextPage,
    onRetry: () => void (asked.isFetchNextPageError ? asked.fetchNextPage() : asked.refetch()),
    onEarlier: () => void asked.fetchNextPage(),
  }
}
