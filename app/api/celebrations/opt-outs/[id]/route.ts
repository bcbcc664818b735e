import { setCelebrated } from '@/lib/server/celebrations/opt-outs'
import { route } from '@/lib/server/route'

/** Of an Allo user. */
interface Params {
  id: string
}

/** The conversions of somebody are celebrated no more. */
export const PUT = route<Params>('celebrations opt-out', 'account.own', async ({ access, params, origin, call }) => {
  await setCelebrated(access, { alloUserId: params.id, isWanted: false }, origin, call)
  return null
})

/** They are celebrated again. */
export const DELETE = route<Params>('celebrations opt-out', 'account.own', async ({ access, params, origin, call }) => {
  await setCelebrated(access, { alloUserId: params.id, isWanted: true }, origin, call)
  return null
})
