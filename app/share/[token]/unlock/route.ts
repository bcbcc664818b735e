import { toCallboardError } from '@/lib/errors'
import { openRoute } from '@/lib/server/route'
import { unlockShare } from '@/lib/server/shares/open'
import { PASSPHRASE_LENGTH } from '@/lib/settings/share-link'

/** The longest passphrase, each of its characters as a form writes the longest of them. */
const LONGEST = 12 * PASSPHRASE_LENGTH.most + 100

/** Why the form is shown again, for the sentence on it. */
const PROBLEMS = { TOO_MANY_ATTEMPTS: 'wait', BUSY: 'busy' } as const

function isKnown(code: string): code is keyof typeof PROBLEMS {
  return Object.hasOwn(PROBLEMS, code)
}

/** Leads back to the link, which shows itself or the form again: works without a script. */
function backTo(token: string, problem: string | null, setCookie: string | null = null): Response {
  const headers = new Headers({ Location: `/share/${token}${problem === null ? '' : `?problem=${problem}`}` })
  if (setCookie !== null) headers.set('Set-Cookie', setCookie)
  return new Response(null, { status: 303, headers })
}

/** The passphrase of a link, as the form on its page sends it. */
export const POST = openRoute<{ token: string }>('share/unlock', async ({ params, origin, bytes }) => {
  const { token } = params
  const typed = new URLSearchParams((await bytes(LONGEST)).toString('utf8')).get('passphrase') ?? ''
  try {
    const setCookie = await unlockShare(token, typed, origin.address)
    return backTo(token, setCookie === null ? 'wrong' : null, setCookie)
  } catch (thrown) {
    const { code } = toCallboardError(thrown)
    if (isKnown(code)) return backTo(encodeURIComponent(token), PROBLEMS[code])
    throw thrown
  }
})
