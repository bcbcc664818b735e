import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { CallboardError } from '@/lib/errors'
import { clearAttempts, countAttempt } from './attempts'
import { type Origin, recordAudit } from './audit'
import { transaction } from './db/database'
import { countPeople, insertPerson, lockPeople } from './db/people'
import { env } from './env'
import { ensureConfigured } from './first-administrator-configured'
import { log } from './log'
import { assertGoodPassword } from './password-rules'
import { hashPassword } from './passwords'
import { workspaceState } from './workspace'

/** Letters and digits that nobody mistakes for another. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'

/**
 * The one-time code of /setup, about 59 bits. Worked out from the secret and the installation, so that several instances
 * that start together print the same one; it opens nothing once anybody has an account.
 */
export function setupCode(): string {
  const digest = createHmac('sha256', env().NEXTAUTH_SECRET).update(`setup ${workspaceState().installation}`).digest()
  const code = [...digest.subarray(0, 12)].map(byte => LETTERS[byte % LETTERS.length]).join('')
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

/** Compares as long for a code that is nearly right as for one that is not. People type small letters and spaces. */
function isSetupCode(typed: string): boolean {
  const digest = (code: string) => createHmac('sha256', env().NEXTAUTH_SECRET).update(code).digest()
  const bare = (code: string) => code.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return timingSafeEqual(digest(bare(typed)), digest(bare(setupCode())))
}

/** Whether /setup is open: nobody has an account yet. */
export async function isSetupOpen(): Promise<boolean> {
  return (await countPeople()) === 0
}

/** What /setup sends. `password` is null where nobody signs in by password. */
export interface Setup {
  code: string
  name: string
  email: string
  password: string | null
}

/**
 * Makes the first administrator. Of two who come at once, one does.
 *
 * @throws CallboardError NOT_FOUND once anybody has an account; CONFLICT when somebody was faster; TOO_MANY_ATTEMPTS;
 * INVALID_INPUT at `code` (`wrongCode`) or `password`
 */
export async function setUp({ code, name, email, password }: Setup, origin: Origin): Promise<void> {
  if (!(await isSetupOpen())) throw new CallboardError('NOT_FOUND', 'the setup is done')
  const guesser = `setup ${origin.address}`
  const wait = await countAttempt(guesser, origin.address)
  if (wait > 0) throw new CallboardError('TOO_MANY_ATTEMPTS', 'tried too often', { retryAfterSeconds: wait })
  if (!isSetupCode(code)) throw new CallboardError('INVALID_INPUT', 'wrong code', { fields: { code: 'wrongCode' } })
  await clearAttempts(guesser)

  if (env().CALLBOARD_PASSWORD_SIGN_IN) await assertGoodPassword(password ?? '', email)
  const passwordHash = env().CALLBOARD_PASSWORD_SIGN_IN ? await hashPassword(password ?? '') : null
  await transaction(async tx => {
    if (await lockPeople(tx)) throw new CallboardError('CONFLICT', 'somebody else was faster')
    const person = await insertPerson(tx, { email, name, role: 'admin', passwordHash })
    const actor = { kind: 'person', id: person.id, name } as const
    await recordAudit({ actor, action: 'setup', target: person.email, origin }, tx)
  })
}

/** At start: makes the configured administrator, or tells in the log how to make the first one. */
export async function ensureAdministrator(): Promise<void> {
  const { CALLBOARD_ADMIN_EMAIL: email, CALLBOARD_ADMIN_PASSWORD: password, NEXTAUTH_URL } = env()
  if (email !== undefined && password !== undefined) await ensureConfigured(email, password)
  else if (await isSetupOpen()) {
    log().warn({ event: 'no administrator yet', open: `${NEXTAUTH_URL}/setup`, code: setupCode() })
  }
}
