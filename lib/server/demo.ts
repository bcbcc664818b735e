import 'server-only'
import type { Role } from '@/lib/permissions'
import { transaction } from './db/database'
import { findAccount, insertPerson, lockPeople, normaliseEmail } from './db/people'
import { env } from './env'

interface DemoPerson {
  name: string
  email: string
  role: Role
}

/** One of each role. Those at northline.example phone with the simulated Allo under the same address. */
const PEOPLE: DemoPerson[] = [
  { name: 'Maya Reyes', email: 'maya@callboard.example', role: 'manager' },
  { name: 'Inès Caron', email: 'ines.caron@northline.example', role: 'rep' },
  { name: 'Victor Lang', email: 'victor@callboard.example', role: 'viewer' },
  { name: 'Claire Dubois', email: 'claire.dubois@northline.example', role: 'admin' },
]

/** The accounts that the sign-in page offers as one click; none outside the demo. */
export function demoPeople(): DemoPerson[] {
  return env().CALLBOARD_DEMO ? PEOPLE : []
}

/** Whether this address belongs to a ready-made account; never outside the demo. */
export function isDemoPerson(email: string): boolean {
  return demoPeople().some(person => person.email === normaliseEmail(email))
}

/** Makes the ready-made accounts that never were. Those that somebody changed or removed stay as they are. */
export async function ensureDemoPeople(): Promise<void> {
  const wanted = demoPeople()
  if (wanted.length === 0) return
  await transaction(async tx => {
    // Another instance may be starting, too.
    await lockPeople(tx)
    for (const person of wanted) {
      if (await findAccount(tx, person.email)) continue
      await insertPerson(tx, { ...person, passwordHash: null })
    }
  })
}
