import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from './chromium.mjs'
import { inPackage, ROOT, run } from './processes.mjs'
import { build, checkNode, deps } from './ready.mjs'

/** How many end-to-end tests may need their second try before the run fails (docs/decisions/0023-a-second-try.md). */
const SECOND_TRIES = 2

const total = { passed: 0, failed: 0, skipped: 0 }
const lines = []

/** Runs one part and keeps its score: `work` answers { passed, failed, skipped }. */
async function part(name, work) {
  console.log(`\n── ${name}`)
  const started = performance.now()
  const score = await work()
  for (const key of Object.keys(total)) total[key] += score[key] ?? 0
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const words = Object.keys(total).flatMap(key => (score[key] ? [`${score[key]} ${key}`] : []))
  lines.push(`${name.padEnd(22)} ${seconds.padStart(6)} s   ${words.join(', ')}`)
  return !score.failed
}

/** A part that is one test: it passes or it fails. */
const once = ok => (ok ? { passed: 1 } : { failed: 1 })
const tool = (path, ...args) => run(process.execPath, [inPackage(path), ...args])

/** A test runner's part: counts from its JSON report; a runner that fails without a failed test counts as one failure. */
function counted(report, read, start) {
  const file = join(ROOT, 'test-results', report)
  mkdirSync(join(ROOT, 'test-results'), { recursive: true })
  rmSync(file, { force: true })
  const code = start(file)
  const score = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 }
  if (score.failed === 0 && (code !== 0 || score.passed === 0)) score.failed = 1
  return score
}

/** The names of a suite's tests that failed first and then passed. */
function secondTries({ file, specs, suites = [] }) {
  const own = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
  return [...own.map(({ title, line }) => `${file}:${line} ${title}`), ...suites.flatMap(secondTries)]
}

checkNode()
deps()

await part('lint (biome)', () => once(tool('@biomejs/biome/bin/biome', 'check', '.') === 0))
await part('unused code (knip)', () => once(tool('knip/bin/knip.js') === 0))
await part('types', () =>
  once(tool('next/dist/bin/next', 'typegen') === 0 && tool('typescript/bin/tsc', '--noEmit') === 0),
)
await part('unit and integration', () =>
  counted(
    'vitest.json',
    report => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    }),
    file => tool('vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`),
  ),
)
const built = await part('build', () => once(build()))
await part('size', () => (built ? once(tool('size-limit/bin.js') === 0) : { skipped: 1 }))
await part('end to end', async () => {
  if (!built) return { skipped: 1 }
  const browser = await chromium()
  if (!browser) return { failed: 1 }
  process.env.CHROMIUM_PATH = browser
  return counted(
    'playwright.json',
    ({ stats, suites, errors }) => {
      const unsteady = suites.flatMap(secondTries)
      for (const name of unsteady) console.log(`passed on its second try: ${name}`)
      const tolerated = unsteady.length <= SECOND_TRIES
      return {
        passed: stats.expected + (tolerated ? unsteady.length : 0),
        failed: stats.unexpected + (tolerated ? 0 : unsteady.length) + errors.length,
        skipped: stats.skipped,
      }
    },
    file => {
      process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = file
      return tool('@playwright/test/cli.js', 'test', '--reporter=list,json', '--retries=1')
    },
  )
})

console.log(`\n${lines.join('\n')}\n`)
// Only now are the packages there that these import.
const { hasPostgres } = await import('./services/postgres.mjs')
const { hasRedis } = await import('./services/redis.mjs')
const lacking = [...(hasPostgres() ? [] : ['Postgres']), ...(hasRedis() ? [] : ['Redis'])]
const because = lacking.length > 0 ? ` (no ${lacking.join(' and no ')} on this machine)` : ''
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped${because}` : ''
const verdict = `${total.passed} passed, ${total.failed} failed${skipped}`
console.log(verdict)
process.exitCode = total.failed > 0 ? 1 : 0
