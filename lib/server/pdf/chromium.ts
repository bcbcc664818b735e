import 'server-only'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { env } from '@/lib/server/env'
import { remember } from '@/lib/server/remember'

const run = promisify(execFile)

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Ubuntu's chromium-browser is a stub that only asks for a snap, so a file alone proves nothing. */
async function works(path: string): Promise<boolean> {
  if (!existsSync(path)) return false
  return run(path, ['--version'], { timeout: 20_000 }).then(
    () => true,
    () => false,
  )
}

async function look(): Promise<string | null> {
  const { CALLBOARD_CHROMIUM: given } = env()
  for (const path of given === undefined ? PLACES : [given]) {
    if (await works(path)) return path
  }
  return null
}

/** A Chromium of this machine that runs: the one in the environment, else the first in the usual places; null for none. Looked for once. */
export function findChromium(): Promise<string | null> {
  return remember('chromium', look)
}

/** Whether this server can make PDFs; where it cannot, people print from their browser. */
export async function canPdf(): Promise<boolean> {
  return (await findChromium()) !== null
}
