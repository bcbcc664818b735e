import { openRoute } from '@/lib/server/route'
import { privately } from '@/lib/server/screens/reply'
import { getPairing } from '@/lib/server/screens/waiting'

export const GET = openRoute('tv/pairing', async ({ cookies, headers, origin }) => {
  const { setCookie, ...state } = await getPairing(cookies, headers, origin)
  return privately(state, setCookie)
})
