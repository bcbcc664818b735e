import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../scripts/processes.mjs'
import { SIMULATOR_KEY } from '../scripts/servers.mjs'
import { addressesOf, filesUnder } from './app-files'
import { daysAgo } from './checks'
import { drawer } from './outbound'
import { ADMIN, expect, SECRET, test } from './world'

/** What must never leave the server. */
const SECRETS = [SIMULATOR_KEY, SECRET, ADMIN.password]
const CLOSED = { from: daysAgo(40), to: daysAgo(34) }
const PERIOD = `period=${CLOSED.from}..${CLOSED.to}`

test.describe('secrets', () => {
  test('are in no answer: pages, data, headers, failures', async ({ page, context, allo }) => {
    const seen: string[] = []
    page.on('response', async response => {
      const body = await response.body().catch(() => Buffer.alloc(0))
      seen.push(`${response.url()}\n${JSON.stringify(await response.allHeaders())}\n${body}`)
    })
    await page.goto(`/outbound?${PERIOD}&stage=connected`)
    const row = drawer(page).getByRole('list', { name: 'Calls' }).getByRole('link').first()
    await row.click()
    await page.getByRole('button', { name: /^Play \(/ }).click()
    await expect(page.getByRole('button', { name: /^Pause/ })).toBeVisible()

    await allo.breakdown({ kind: 'status', status: 401 })
    await page.goto(`/outbound?${PERIOD}&people=usr-other`)
    await expect(page.getByRole('alert').filter({ hasText: 'Request to quote' })).toBeVisible()
    for (const path of addressesOf('route.ts')) {
      const answer = await context.request.get(path)
      seen.push(`${path}\n${JSON.stringify(answer.headers())}\n${await answer.text()}`)
    }
    expect(seen.length).toBeGreaterThan(20)
    for (const secret of SECRETS) expect(seen.filter(text => text.includes(secret))).toEqual([])
  })

  test('are in no file that browsers may fetch, and neither are source maps', () => {
    const files = ['.next/static', 'public'].flatMap(folder => filesUnder(join(ROOT, '.next/standalone', folder)))
    expect(files.length).toBeGreaterThan(10)
    expect(files.filter(file => file.endsWith('.map'))).toEqual([])
    for (const file of files.filter(name => /\.(js|css|html|json|txt|svg)$/.test(name))) {
      const text = readFileSync(file, 'utf8')
      expect(text.includes('sourceMappingURL'), file).toBe(false)
      expect(
        [...SECRETS, 'ALLO_API_KEY', 'NEXTAUTH_SECRET', 'ak_sim_'].filter(secret => text.includes(secret)),
        file,
      ).toEqual([])
    }
  })

  test('are not printed, and neither are phone numbers, even where everything fails', async ({
    page,
    context,
    app,
    allo,
  }) => {
    await page.goto(`/outbound?${PERIOD}&stage=dials`)
    await expect(drawer(page).getByRole('list', { name: 'Calls' }).locator('> li')).toHaveCount(20)
    const numbers = [...new Set((await allo.calls(CLOSED.from, CLOSED.to)).map(call => call.contact_number))]
    const line = encodeURIComponent(numbers[0] ?? '')
    await allo.breakdown({ kind: 'truncated' })
    for (const path of [
      `/api/reports/outbound?lines=${line}`,
      `/api/drilldown?stage=dials&lines=${line}`,
      `/outbound?lines=${line}&stage=dials`,
      `/api/calls/${line}`,
    ])
      await context.request.get(path)
    await allo.breakdown({ kind: 'status', status: 400 })
    await context.request.get(`/api/reports/outbound?lines=${line}&period=yesterday`)
    await expect.poll(() => app.output()).toMatch(/"status":400/)
    const lines = app.output().split('\n')
    expect(lines.length).toBeGreaterThan(10)
    for (const secret of SECRETS) expect(lines.filter(text => text.includes(secret))).toEqual([])
    expect(lines.filter(text => /(\+|%2B)\d{7}/i.test(text))).toEqual([])
    expect(lines.filter(text => numbers.some(number => text.includes(number.slice(1))))).toEqual([])
    expect(lines.filter(text => /next-auth\.session-token|Api-Key/.test(text))).toEqual([])
  })
})
