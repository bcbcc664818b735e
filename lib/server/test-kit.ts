import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { vi } from 'vitest'
import type { Access } from './access'
import { forgetAll } from './remember'

/** A complete environment for tests; the key is the simulator's ordinary one. */
export const TEST_ENV = {
  ALLO_API_KEY: 'ak_sim_callboard',
  ALLO_BASE_URL: 'http://127.0.0.1:9',
  NEXTAUTH_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: 'a secret of thirty-two characters or more',
  CALLBOARD_ADMIN_EMAIL: 'ana@example.com',
  CALLBOARD_ADMIN_PASSWORD: 'correct horse battery',
  CALLBOARD_TIME_ZONE: 'Europe/Paris',
  CALLBOARD_LOG_LEVEL: 'silent',
}

const OPTIONAL = { CALLBOARD_DEMO: '', CALLBOARD_TRUST_PROXY: '', CALLBOARD_CONVERSION_TAGS: 'meeting_booked' }

type Change = Partial<Record<keyof typeof TEST_ENV | keyof typeof OPTIONAL, string>>

/** Starts the server's singletons afresh with this environment. */
export function setTestEnv(change: Change = {}): void {
  forgetAll()
  for (const [name, value] of Object.entries({ ...TEST_ENV, ...OPTIONAL, ...change })) vi.stubEnv(name, value)
}

export const ADMIN: Access = { kind: 'person', id: 'admin', email: 'ana@example.com', name: 'ana', role: 'admin' }

/** Polls until something holds; for work that goes on behind an answer. */
export async function eventually(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    if (await holds()) return
    await wait(10)
  }
  throw new Error('it never came true')
}
