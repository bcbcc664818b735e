import { afterAll, beforeAll, expect, it } from 'vitest'
import { TestSimulator } from '@/lib/simulator/testing'
import type { PersonAccess } from './access/access'
import { getTimeline } from './contact'
import { ADMIN, setTestEnv } from './test-kit'

interface Item {
  id: string
  date: string
  user: { id: string } | null
  contacts: { id: string }[]
}

let sim: TestSimulator
/** The number that was met most often, and everything with it. */
let number: string
let everything: Item[]

beforeAll(async () => {
  sim = await TestSimulator.start()
  setTestEnv({ ALLO_BASE_URL: sim.simulator.url })
  const met = new Map<string, number>()
  for (const { contact_number: each } of await sim.raw('2026-03-01', '2026-04-21')) {
    met.set(each, (met.get(each) ?? 0) + 1)
  }
  number = [...met].sort((one, other) => other[1] - one[1])[0]?.[0] ?? ''
  everything = []
  for (let page = 1, more = true; more; page += 1) {
    const { data, pagination } = (await sim.search({ contact_number: number, size: 100, page })).body
    everything.push(...data)
    more = pagination.has_more
  }
})
afterAll(() => sim.stop())

it('tells everything with a number, newest first, page by page', async () => {
  const first = await getTimeline(ADMIN, number, 1)
  expect(first.page.totalCount).toBe(everything.length)
  const pages = [first]
  for (let page = 2; page <= first.page.totalPages; page += 1) pages.push(await getTimeline(ADMIN, number, page))
  const rows = pages.flatMap(page => page.rows)
  expect(rows.map(row => row.id).sort()).toEqual(everything.map(item => item.id).sort())
  const dates = rows.map(row => row.date)
  expect(dates).toEqual(dates.toSorted().toReversed())
  const contacts = new Set(everything.flatMap(item => item.contacts.map(contact => contact.id)))
  expect(new Set(pages.flatMap(page => page.contacts.map(contact => contact.id)))).toEqual(contacts)
})

it('tells a rep of their own calls and texts only', async () => {
  const user = everything.find(item => item.user)?.user?.id ?? ''
  const rep: PersonAccess = { ...ADMIN, role: 'rep', alloUserId: user }
  const own = everything.filter(item => item.user?.id === user)
  expect(own.length).toBeLessThan(everything.length)
  const { rows, page } = await getTimeline(rep, number, 1)
  expect(page.totalCount).toBe(own.length)
  expect(rows.map(row => row.id).sort()).toEqual(
    own
      .map(item => item.id)
      .slice(0, 50)
      .sort(),
  )
})

it('has nothing for a rep whom Allo does not know', async () => {
  const stranger: PersonAccess = { ...ADMIN, role: 'rep', alloUserId: null }
  expect(await getTimeline(stranger, number, 1)).toMatchObject({ rows: [], contacts: [], page: { totalCount: 0 } })
})

it('has nothing of a number that nobody met', async () => {
  expect(await getTimeline(ADMIN, '+33655555555', 1)).toMatchObject({ rows: [], contacts: [], page: { totalCount: 0 } })
})

it('refuses viewers, and what is no number', async () => {
  await expect(getTimeline({ ...ADMIN, role: 'viewer' }, number, 1)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  for (const wrong of ['', 'anonymous', '33639981000', '+0']) {
    await expect(getTimeline(ADMIN, wrong, 1)).rejects.toMatchObject({ code: 'INVALID_PARAMETER', field: 'number' })
  }
})
