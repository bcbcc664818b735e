import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../scripts/processes.mjs'
import { expect, test } from './fixtures'

const built = (file: string) => readFileSync(join(ROOT, 'public/tv', file), 'utf8')
const { version, font } = JSON.parse(built('tv.json'))

test("a screen's files are kept for good under their own version, and under no other", async ({ request }) => {
  const keeping = async (path: string) => (await request.get(path)).headers()['cache-control']
  for (const [file, own] of [
    ['tv.js', version],
    ['tv.css', version],
    ['inter.woff2', font],
  ]) {
    expect(await keeping(`/tv/${file}?v=${own}`), file).toBe('public, max-age=31536000, immutable')
    expect(await keeping(`/tv/${file}?v=another`), file).toBe('no-store')
  }
  expect(built('tv.css')).toContain(`inter.woff2?v=${font}`)
  expect(await keeping('/tv/sw.js?v=1')).toBe('no-cache')
  // A document of another version still gets a script that runs.
  expect(await (await request.get('/tv/tv.js?v=another')).text()).toBe(built('tv.js'))
})
