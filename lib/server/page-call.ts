import 'server-only'
import { headers } from 'next/headers'
import type { Call } from './allo'
import { requestIdOf } from './request-id'

/** What a page passes on to whatever it asks of Allo: the id of its own request, as the proxy has set it. */
export async function pageCall(): Promise<Call> {
  return { requestId: requestIdOf(await headers()) }
}
