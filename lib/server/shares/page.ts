import 'server-only'
import { cookies, headers } from 'next/headers'
import { forbidden, notFound } from 'next/navigation'
import { cache } from 'react'
import { toCallboardError } from '@/lib/errors'
import { addressOf } from '@/lib/server/origin'
import { type OpenedShare, openShare } from './open'

/**
 * The link of a page's request, asked once for all parts of the page. Leads to the page of links that open nothing, and to
 * that of too many tries.
 */
export const requireShare = cache(async (secret: string): Promise<OpenedShare> => {
  const opened = await openShare(secret, await cookies(), addressOf(await headers())).catch((thrown: unknown) => {
    if (toCallboardError(thrown).code === 'TOO_MANY_ATTEMPTS') forbidden()
    throw thrown
  })
  return opened ?? notFound()
})
