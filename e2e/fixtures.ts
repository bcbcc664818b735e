import { type APIRequestContext, type BrowserContext, test as base, expect, request } from '@playwright/test'

export { expect }

export const MAYA = { name: 'Maya Reyes', email: 'maya@callboard.example' }
export const INES = { name: 'Inès Caron', email: 'ines.caron@northline.example' }

type Session = Awaited<ReturnType<APIRequestContext['storageState']>>

/** The cookies of somebody who came in by a ready-made account. */
export async function sessionOf(email: string, baseURL: string | undefined): Promise<Session> {
  const client = await request.newContext({ baseURL })
  try {
    const csrf: { csrfToken: string } = await (await client.get('/api/auth/csrf')).json()
    const form = { email, demo: '1', json: 'true', csrfToken: csrf.csrfToken }
    const answer = await client.post('/api/auth/callback/credentials', { form })
    if (!answer.ok()) throw new Error(`signing in as ${email} was answered ${answer.status()}`)
    return await client.storageState()
  } finally {
    await client.dispose()
  }
}

/** What the browser complained about, and what a test foresees of it. */
export interface Complaints {
  /** Listens to every page of a context; the test's own is listened to from the start. */
  watch: (context: BrowserContext) => void
  /** A complaint with these words is part of the test. */
  foresee: (words: RegExp) => void
}

interface Fixtures {
  complaints: Complaints
}

interface WorkerFixtures {
  session: Session
}

/** Signed in by a ready-made account; fails on whatever the browser's console calls an error, hydration included. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  session: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs; this one needs nothing
    async ({}, use, { project }) => {
      await use(await sessionOf(MAYA.email, project.use.baseURL))
    },
    { scope: 'worker' },
  ],

  storageState: async ({ session }, use) => {
    await use(session)
  },

  complaints: [
    async ({ context }, use) => {
      const heard: string[] = []
      const foreseen: RegExp[] = []
      const watch = (each: BrowserContext) => {
        each.on('console', message => {
          const text = message.text()
          if (message.type() === 'error' || /hydrat/i.test(text)) heard.push(`${message.type()}: ${text}`)
        })
        each.on('weberror', error => heard.push(`uncaught: ${error.error().stack ?? error.error().message}`))
      }
      watch(context)
      await use({ watch, foresee: words => foreseen.push(words) })
      expect(heard.filter(text => !foreseen.some(words => words.test(text)))).toEqual([])
    },
    { auto: true },
  ],
})

/** Nobody is signed in. */
export const SIGNED_OUT: Session = { cookies: [], origins: [] }
