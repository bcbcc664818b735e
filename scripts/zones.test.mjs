import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inPackage, ROOT } from './processes.mjs'

/** One line of code in one place, and the rule that has to refuse it (null: allowed). `*` stands for any file name. */
const IMPORT = 'noRestrictedImports'
const imports = (file, from, rule) => [file, `import '${from}'`, rule]
const CASES = [
  imports('lib/format/*.ts', './count', null),
  imports('lib/format/*.ts', '@/lib/errors', IMPORT),
  imports('lib/errors.ts', '@/lib/format/count', IMPORT),
  imports('lib/i18n/*.ts', '@/lib/report/query', IMPORT),
  imports('lib/allo/*.ts', '@/lib/errors', null),
  imports('lib/allo/*.ts', './gate', null),
  imports('lib/allo/*.ts', 'zod', null),
  imports('lib/allo/*.ts', '../errors', IMPORT),
  imports('lib/allo/*.ts', '@/lib/report/query', IMPORT),
  imports('lib/allo/*.ts', 'next/server', IMPORT),
  imports('lib/allo/*.ts', 'react', IMPORT),
  imports('lib/allo/*.test.ts', '@/lib/simulator/start', null),
  imports('lib/report/*.ts', '@/lib/allo/schemas', null),
  imports('lib/report/*.ts', '@/lib/errors', null),
  imports('lib/report/*.ts', 'nuqs/server', null),
  imports('lib/report/*.ts', '@/lib/allo/client', IMPORT),
  imports('lib/report/*.ts', '@/lib/server/reports', IMPORT),
  imports('lib/report/*.ts', 'next', IMPORT),
  imports('lib/report/*.ts', 'react', IMPORT),
  imports('lib/report/*.ts', '@tanstack/react-query', IMPORT),
  imports('lib/report/*.ts', 'node:http', IMPORT),
  imports('lib/permissions.ts', '@/lib/errors', IMPORT),
  imports('lib/settings/*.ts', '@/lib/report/query', null),
  imports('lib/settings/*.ts', '@/lib/server/workspace', IMPORT),
  imports('lib/settings/*.ts', '@/lib/allo/schemas', IMPORT),
  imports('lib/settings/*.ts', 'react', IMPORT),
  imports('lib/tv/*.ts', '@/lib/report/query', null),
  imports('lib/tv/*.ts', '@/lib/server/workspace', IMPORT),
  imports('lib/tv/*.ts', 'react', IMPORT),
  imports('lib/tv-client/*.ts', '@/lib/tv/wire', null),
  imports('lib/tv-client/*.ts', 'morphdom', null),
  imports('lib/tv-client/*.ts', '@/lib/report/query', IMPORT),
  imports('lib/tv-client/*.ts', '@/lib/client/api', IMPORT),
  imports('lib/client/*.ts', '@/lib/report/search', null),
  imports('lib/client/*.ts', '@/lib/server/reports', IMPORT),
  imports('lib/client/*.ts', '@/lib/allo/schemas', IMPORT),
  imports('lib/server/*.ts', '@/lib/allo/client', null),
  imports('lib/server/*.ts', '@/lib/client/api', IMPORT),
  imports('lib/server/*.ts', '@/lib/simulator/start', IMPORT),
  imports('lib/server/*.ts', '@/components/ui/button', IMPORT),
  imports('lib/simulator/*.ts', '@/lib/allo/schemas', null),
  imports('lib/simulator/*.ts', '@/lib/allo/client', IMPORT),
  imports('lib/simulator/*.ts', '@/lib/report/query', IMPORT),
  imports('lib/report/*.ts', '@/app/providers', IMPORT),
  imports('components/ui/*.tsx', 'react', null),
  imports('components/ui/*.tsx', '@/lib/report/outbound', IMPORT),
  imports('components/ui/*.tsx', '@/components/report/panel', IMPORT),
  imports('components/ui/*.tsx', 'next/navigation', IMPORT),
  imports('components/charts/*.tsx', '@/lib/report/outbound', null),
  imports('components/charts/*.tsx', '@/lib/format/count', null),
  imports('components/charts/*.tsx', '@/components/ui/button', null),
  imports('components/charts/*.tsx', '@/lib/client/view', IMPORT),
  imports('components/charts/*.tsx', '@tanstack/react-query', IMPORT),
  imports('components/charts/*.tsx', 'nuqs', IMPORT),
  imports('components/report/*.tsx', '@/lib/client/view', null),
  imports('components/report/*.tsx', '@/lib/server/reports', IMPORT),
  imports('components/report/*.tsx', '@/lib/allo/schemas', IMPORT),
  imports('components/report/*.tsx', '@/app/providers', IMPORT),
  imports('app/*.tsx', '@/lib/server/reports', null),
  imports('app/*.tsx', '@/lib/simulator/start', IMPORT),
  imports('e2e/*.spec.ts', '@/lib/report/funnel', IMPORT),
  ['lib/report/*.ts', 'export const now = new Date()', 'plugin'],
  ['lib/report/*.ts', 'export const now = Date.now()', 'plugin'],
  ['lib/report/*.ts', 'export const epoch = new Date(0)', null],
  ['lib/report/*.test.ts', 'export const now = new Date()', null],
  ['lib/settings/*.ts', 'export const now = Date.now()', 'plugin'],
  ['lib/server/env.ts', 'export const e = process.env', null],
  ['lib/simulator/main.ts', 'export const e = process.env', null],
  ['lib/server/*.ts', 'export const e = process.env', 'noProcessEnv'],
  ['components/report/*.tsx', 'export const e = process.env.PORT', 'noProcessEnv'],
  ['app/*.tsx', 'export const e = process.env.PORT', 'noProcessEnv'],
  ['lib/server/*.ts', 'console.log(1)', 'noConsole'],
]

const folder = mkdtempSync(join(tmpdir(), 'zones-'))
const cases = CASES.map(([file, code, rule], index) => ({ file: file.replace('*', `case-${index}`), code, rule }))
/** Names of the rules that refused each file. */
const refused = new Map(cases.map(({ file }) => [file, []]))

beforeAll(() => {
  for (const file of ['biome.json', 'scripts/lint/clock.grit']) cpSync(join(ROOT, file), join(folder, file))
  for (const { file, code } of cases) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), `${code}\n`)
  }
  const args = [
    inPackage('@biomejs/biome/bin/biome'),
    'lint',
    '--vcs-enabled=false',
    '--max-diagnostics=none',
    '--reporter=json',
    '.',
  ]
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  for (const { severity, category, location } of JSON.parse(stdout).diagnostics) {
    if (severity === 'error') refused.get(location.path).push(category.split('/').at(-1))
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

test.each(cases)('$file: $code → $rule', ({ file, rule }) => {
  expect(refused.get(file)).toEqual(rule === null ? [] : [rule])
})
