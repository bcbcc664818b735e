import { changeGoals, goalsChangeSchema } from '@/lib/server/goals'
import { toReply } from '@/lib/server/reply'
import { route } from '@/lib/server/route'

export const PUT = route('goals', 'goals.write', async ({ access, body, origin }) =>
  toReply(await changeGoals(access, await body(goalsChangeSchema), origin)),
)
