import { NextRequest } from 'next/server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { changeEnv } from '@/lib/server/auth-kit'
import { type Database, installDatabase } from '@/lib/server/db/database'
import { createLog } from '@/lib/server/log'
import { pictureAddresses } from '@/lib/server/pictures/picture-address'
import { remember } from '@/lib/server/remember'
import { keepRevision } from '@/lib/server/shares/share-kit'
import { openTestDatabase, setTestEnv } from '@/lib/server/test-kit'
import { GET } from './route'

const SITE = 'https://callboard.example.com'
const WEEK = '2026-W16'
let database: Database
const lines: string[] = []

function setClock(time: string): void {
  vi.useFakeTimers({ now: new Date(time), toFake: ['Date'] })
}

const made = (key = WEEK, revision = 1) => pictureAddresses(key, revision, 'en').funnel.split('/').at(-1) ?? ''

function ask(address: string): Promise<Response> {
  const headers = { 'x-callboard-peer': '192.0.2.9' }
  const request = new NextRequest(`${SITE}/share/pictures/${address}`, { headers })
  return GET(request, { params: Promise.resolve({ address }) })
}

beforeAll(async () => {
  setTestEnv()
  database = await openTestDatabase()
  installDatabase(database)
  await keepRevision(WEEK, 1, [])
})
beforeEach(() => {
  setTestEnv()
  changeEnv({ NEXTAUTH_URL: SITE })
  installDatabase(database)
  remember('log', () => createLog('debug', [], { write: line => void lines.push(line) }))
  lines.length = 0
  setClock('2026-04-20T06:00:00Z')
})
afterEach(() => vi.useRealTimers())
afterAll(() => database.close())

describe('the picture of an address', () => {
  it('is answered as a PNG, and its address is in no log', async () => {
    const address = made()
    const response = await ask(address)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(lines.join('')).toContain('share/picture')
    expect(lines.join('')).not.toContain(address.slice(-43))
    expect(lines.join('')).not.toContain(WEEK)
  })

  it('is the same nothing where it has expired, was never made or is not there; who makes up many has to wait', async () => {
    const expired = made()
    const absent = made(WEEK, 9)
    setClock('2026-06-20T00:00:00Z')
    const answers = [await ask(expired), await ask(absent), await ask('nothing')]
    for (const each of answers) expect([each.status, await each.text()]).toEqual([404, ''])
    for (let turn = 0; turn < 70; turn += 1) await ask(`nothing-${turn}`)
    expect((await ask('nothing-more')).status).toBe(429)
    // What was made is no guess, from wherever it is asked for.
    expect((await ask(made())).status).toBe(200)
    expect((await ask(expired)).status).toBe(404)
  })
})
