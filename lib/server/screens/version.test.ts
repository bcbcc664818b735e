import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { forgetAll } from '@/lib/server/remember'
import { tvFileKeeping, tvVersion } from './version'

const FOR_GOOD = 'public, max-age=31536000, immutable'
const HOME = process.cwd()
let folder: string

beforeEach(() => {
  forgetAll()
  folder = mkdtempSync(join(tmpdir(), 'callboard-version-'))
  mkdirSync(join(folder, 'public/tv'), { recursive: true })
  process.chdir(folder)
})
afterEach(() => {
  process.chdir(HOME)
  rmSync(folder, { recursive: true })
})

const build = (names: unknown) => writeFileSync(join(folder, 'public/tv/tv.json'), JSON.stringify(names))

it.each([
  ['/tv/tv.js', 'aaa', FOR_GOOD],
  ['/tv/tv.css', 'aaa', FOR_GOOD],
  ['/tv/inter.woff2', 'fff', FOR_GOOD],
  ['/tv/tv.js', 'the next', 'no-store'],
  ['/tv/tv.js', '', 'no-store'],
  ['/tv/tv.js', 'fff', 'no-store'],
  ['/tv/inter.woff2', 'aaa', 'no-store'],
  ['/tv/tv.js', null, null],
  ['/tv/sw.js', 'aaa', null],
  ['/tv', 'aaa', null],
  ['/outbound', 'aaa', null],
])('a screen may keep %s?v=%s: %s', (path, version, keeping) => {
  build({ version: 'aaa', font: 'fff' })
  expect(tvVersion()).toBe('aaa')
  expect(tvFileKeeping(path, version)).toBe(keeping)
})

it.each([[{}], [null], [{ version: 1 }]])('nothing is kept of a build without a name: %j', names => {
  build(names)
  expect(tvFileKeeping('/tv/tv.js', 'aaa')).toBe('no-store')
})
