import 'server-only'
import { notFound } from 'next/navigation'
import { CallboardError } from '@/lib/errors'
import { readKey } from '@/lib/report/review/key'
import { toSearchParams } from '@/lib/server/page-params'
import type { Wish } from './reviews'
import { readWish } from './wish'

/** What the address of a review's page says. */
export interface ReviewAddress {
  key: string
  wish: Wish
  /** `?revision=2`, `?live` or '', for the pages beside it. */
  search: string
}

/** Reads the address of a page of a review; what names no review leads to the page that says so. */
export async function readReviewAddress(props: {
  params: Promise<{ key: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}): Promise<ReviewAddress> {
  const { key } = await props.params
  if (readKey(key) === null) notFound()
  try {
    const wish = readWish(toSearchParams(await props.searchParams))
    return { key, wish, search: wish.live ? '?live' : wish.revision ? `?revision=${wish.revision}` : '' }
  } catch (thrown) {
    if (thrown instanceof CallboardError) notFound()
    throw thrown
  }
}
