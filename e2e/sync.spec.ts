import { enterAs, PEOPLE } from './views'
import { type Allo, expect, startCallboard, test } from './world'

test.use({ own: 'sync' })

const KEY = { authorization: 'Api-Key ak_sim_callboard' }
type Line = { number: string | null; name: string }

/** Of each line: how many conversations the workspace lists, and how many of them are unread. */
async function truth(allo: Allo) {
  const ask = async (path: string) => (await fetch(`${allo.url}/v2/api/${path}`, { headers: KEY })).json()
  const lines: Line[] = (await ask('numbers')).data
  const counts = lines.flatMap(({ number, name }) =>
    number === null
      ? []
      : [
          (async () => {
            const address = `conversations?allo_number=${encodeURIComponent(number)}&size=1`
            const all: number = (await ask(address)).pagination.total_count
            const unread: number = (await ask(`${address}&unread=true`)).pagination.total_count
            return { name, all, unread }
          })(),
        ],
  )
  return Promise.all(counts)
}

async function listRequests(allo: Allo): Promise<number> {
  const { operations } = await (await fetch(`${allo.url}/simulator/requests`)).json()
  return operations.conversations?.[200] ?? 0
}

test('conversations are read ahead: the count beside Inbox, how far it got, and nothing anew after a restart', async ({
  browser,
  allo,
}) => {
  test.slow()
  const app = await startCallboard(allo.port, { CALLBOARD_SYNC: 'on' })
  try {
    const page = await enterAs(browser, PEOPLE.admin, app.url)
    const latest = async () => (await page.request.get('/api/latest')).json()
    // The unread of a line are counted after its pass.
    await expect.poll(async () => (await latest()).unread, { timeout: 60_000 }).not.toBeNull()

    await page.goto('/settings/connection')
    const table = page.getByRole('table', { name: 'Reading ahead' })
    const known = await truth(allo)
    let sum = 0
    for (const { name, all, unread } of known) {
      sum += unread
      const row = table.getByRole('row').filter({ has: page.getByText(name, { exact: true }) })
      await expect(row.getByRole('cell').nth(0)).toHaveText(new RegExp(all.toLocaleString('en')))
      await expect(row.getByRole('cell').nth(1)).toHaveText(new RegExp(`${unread}$`))
    }
    expect(sum).toBeGreaterThan(0)
    await expect(page.getByRole('link', { name: /^Inbox/ })).toContainText(`${sum} unread conversations`)
    expect((await latest()).calls).toHaveLength(8)

    const rep = await enterAs(browser, PEOPLE.rep, app.url)
    const own = await (await rep.request.get('/api/latest')).json()
    expect(own.unread).toBeNull()
    expect(own.calls.every(({ person }: { person: string }) => person === 'Inès Caron')).toBe(true)
    await rep.context().close()

    const before = await listRequests(allo)
    await app.stop()
    await app.start()
    const first = (await latest()).syncedAt
    expect(first).not.toBeNull()
    await expect.poll(async () => (await latest()).syncedAt, { timeout: 60_000 }).not.toBe(first)
    // One page a line, one count a line at most: what is known is not read again.
    expect((await listRequests(allo)) - before).toBeLessThanOrEqual(known.length * 2)
    await page.context().close()
  } finally {
    await app.stop()
  }
})

test('a failure is told with its line, and forgotten after the next good pass', async ({ browser, allo }) => {
  await allo.breakdown({ match: { operation: 'conversations' }, kind: 'status', status: 401 })
  test.slow()
  const app = await startCallboard(allo.port, { CALLBOARD_SYNC: 'on' })
  try {
    const page = await enterAs(browser, PEOPLE.admin, app.url)
    await expect(async () => {
      await page.goto('/settings/connection')
      await expect(page.getByRole('table', { name: 'Reading ahead' })).toContainText(
        'Allo does not accept the API key',
        {
          timeout: 1000,
        },
      )
    }).toPass({ timeout: 30_000 })
    await allo.mend()
    await app.stop()
    await app.start()
    await expect
      .poll(async () => (await (await page.request.get('/api/latest')).json()).syncedAt, { timeout: 60_000 })
      .not.toBeNull()
    await page.goto('/settings/connection')
    const table = page.getByRole('table', { name: 'Reading ahead' })
    await expect(table).not.toContainText('does not accept')
    for (const { name, all } of await truth(allo)) {
      const row = table.getByRole('row').filter({ has: page.getByText(name, { exact: true }) })
      await expect(row.getByRole('cell').nth(0)).toHaveText(new RegExp(all.toLocaleString('en')))
    }
    await page.context().close()
  } finally {
    await app.stop()
  }
})

test('Allo fails half way: what was read stays, and the rest comes later, once', async ({ browser, allo }) => {
  test.slow()
  // Three pages of the first line are answered, and nothing after them.
  await allo.breakdown({ match: { operation: 'conversations' }, kind: 'status', status: 401, after: 3 })
  const before = await listRequests(allo)
  const app = await startCallboard(allo.port, { CALLBOARD_SYNC: 'on' })
  try {
    const page = await enterAs(browser, PEOPLE.admin, app.url)
    const table = page.getByRole('table', { name: 'Reading ahead' })
    await expect(async () => {
      await page.goto('/settings/connection')
      await expect(table).toContainText('Allo does not accept the API key', { timeout: 1000 })
    }).toPass({ timeout: 30_000 })
    expect((await listRequests(allo)) - before).toBe(3)

    await allo.mend()
    const [first, ...others] = await truth(allo)
    expect(first?.all).toBeGreaterThan(400)
    const asked = await listRequests(allo)
    await app.stop()
    await app.start()
    await expect
      .poll(async () => (await (await page.request.get('/api/latest')).json()).unread, { timeout: 60_000 })
      .not.toBeNull()
    const took = (await listRequests(allo)) - asked
    await page.goto('/settings/connection')
    let pages = 0
    for (const { name, all, unread } of [first, ...others].flatMap(line => line ?? [])) {
      pages += Math.max(1, Math.ceil(all / 100)) + Math.max(1, Math.ceil(unread / 100))
      const row = table.getByRole('row').filter({ has: page.getByText(name, { exact: true }) })
      await expect(row.getByRole('cell').nth(0)).toHaveText(new RegExp(all.toLocaleString('en')))
      await expect(row.getByRole('cell').nth(1)).toHaveText(new RegExp(`${unread}$`))
    }
    // It went on where it was, but for a page that it looks back.
    expect(took).toBeLessThan(pages)
    await page.context().close()
  } finally {
    await app.stop()
  }
})
