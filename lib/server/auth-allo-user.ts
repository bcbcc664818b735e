import 'server-only'
import { transaction } from './db/database'
import type { Person } from './db/people'
import { setAlloUser } from './db/people-changes'
import { log } from './log'
import { findAlloUserId } from './people-ties'
import { within } from './within'

/** How long signing in waits for Allo's answer, in milliseconds; a later one still counts, from then on. */
const PATIENCE = 1500

async function tie({ id, email, alloUserId }: Person): Promise<void> {
  try {
    const found = await findAlloUserId(email)
    if (found !== alloUserId) await transaction(tx => setAlloUser(tx, id, found))
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown)
    log().warn({ event: 'not tied to an Allo user', person: id, reason })
  }
}

/** Ties somebody to the Allo user with the same e-mail address, as Allo has it now. Allo being away changes nothing. Never throws. */
export async function tieToAlloUser(person: Person): Promise<void> {
  await within(tie(person), PATIENCE)
}
