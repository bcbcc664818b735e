import { toCallboardError } from '@/lib/errors'
import { LOCALES } from '@/lib/i18n/locales'
import { env } from '@/lib/server/env'
import { log } from '@/lib/server/log'
import { openRoute } from '@/lib/server/route'
import { takeBeat } from '@/lib/server/screens/beats'
import { buildShow } from '@/lib/server/screens/show'
import { meetScreen, type Waits } from '@/lib/server/screens/waiting'
import type { Show } from '@/lib/tv/show'
import type { Beat, ShowMessage } from '@/lib/tv/wire'
import { turnAt } from '@/lib/tv-client/schedule'
import { answerWith } from './answer'
import { needsPlain } from './browser'
import { awayDocument, type Life, pairingDocument, showDocument } from './document'
import { renderer } from './render'

/** Before it is paired a screen speaks its browser's language. */
function languageOf(headers: Headers): Show['language'] {
  const accepted = (headers.get('accept-language') ?? '').toLowerCase().split(',')
  const known = accepted.map(entry => LOCALES.find(locale => entry.trim().startsWith(locale)))
  return known.find(locale => locale !== undefined) ?? LOCALES[0]
}

async function waiting(waits: Waits, headers: Headers, life: Life): Promise<string> {
  if (!waits) return awayDocument(languageOf(headers), life, 'cookies')
  const desk = new URL('/screens', env().NEXTAUTH_URL).href
  return pairingDocument({ code: waits.code, address: desk, language: languageOf(headers) }, life)
}

/** What a page without a script says of itself by being asked for. */
function plainBeat({ version, revision, now, panels, pinned, fetchedAt, every, isFailing }: ShowMessage): Beat {
  const panel = panels[turnAt(panels, now)?.index ?? 0] ?? pinned
  const said = { version, revision, panel: panel?.id ?? null, fetchedAt, every, isFailing }
  return { ...said, width: 0, height: 0, mode: 'plain', errors: [] }
}

/**
 * What a television opens: a code to pair it by, its scenes ever after, with the numbers in the first HTML. Browsers too old
 * for our script get the same as pages that load themselves anew; each such page is a sign of life.
 */
export const GET = openRoute('tv', async ({ cookies, headers, search, origin }) => {
  const nonce = headers.get('x-nonce') ?? ''
  const isPlain = search.get('plain') === '1' || needsPlain(headers.get('user-agent'))
  const life: Life = isPlain ? 'plain' : { nonce }
  try {
    const met = await meetScreen(cookies, headers, origin, search.has('again'))
    if (!met.found) return answerWith(await waiting(met.waits, headers, life), met.setCookie)
    const { found } = met
    const message = await buildShow(found.screen, new Date(), renderer)
    const html = await showDocument(message, life)
    if (!isPlain) return answerWith(html, found.setCookie)
    const { setCookie } = await takeBeat(cookies, headers, async () => plainBeat(message))
    return answerWith(html, setCookie)
  } catch (thrown) {
    const { status, code, message } = toCallboardError(thrown)
    log().warn({ event: 'a screen could not be drawn', code, message, requestId: origin.requestId })
    // An error in words of ours would stay on the wall for ever; this page tries again.
    return answerWith(await awayDocument(languageOf(headers), life), null, status)
  }
})
