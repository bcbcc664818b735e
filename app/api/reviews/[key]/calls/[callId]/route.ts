import { toReply } from '@/lib/server/reply'
import { chooseCall } from '@/lib/server/reviews/call-choices'
import { callChoiceSchema } from '@/lib/server/reviews/writings-input'
import { route } from '@/lib/server/route'

interface Params {
  key: string
  callId: string
}

export const PUT = route<Params>('review call', 'reviews.write', async ({ access, params, origin, body, call }) =>
  toReply(await chooseCall(access, params.key, params.callId, await body(callChoiceSchema), origin, call)),
)
