import { CallboardError } from '@/lib/errors'
import { assertPerson } from '@/lib/server/access/access'
import { endPlaces } from '@/lib/server/account-sessions'
import { toReply } from '@/lib/server/reply'
import { route } from '@/lib/server/route'

/** Ends all sessions of whoever asks; with `?except=this`, all others. */
export const DELETE = route('account/sessions', 'account.own', async ({ access, search, origin }) => {
  assertPerson(access)
  const except = search.get('except')
  if (except !== null && except !== 'this') {
    throw new CallboardError('INVALID_PARAMETER', 'except what', { field: 'except' })
  }
  return toReply({ ended: await endPlaces(access, except ?? 'none', origin) })
})
