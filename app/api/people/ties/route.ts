import { checkTies } from '@/lib/server/people-ties'
import { toReply } from '@/lib/server/reply'
import { route } from '@/lib/server/route'

/** Looks everybody up in Allo again, by e-mail address. */
export const POST = route('people/ties', 'people.manage', async ({ access, call }) =>
  toReply({ changed: await checkTies(access, call) }),
)
