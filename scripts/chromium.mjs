import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { inPackage, run } from './processes.mjs'

const CANDIDATES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Ubuntu's chromium-browser is a stub that only asks for a snap, so a file alone proves nothing. */
function works(path) {
  return (
    Boolean(path) &&
    existsSync(path) &&
    spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0
  )
}

function installFromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.log('Installing Chromium from the distribution…')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  run('/usr/bin/apt-get', ['update', '-q'], { env })
  run('/usr/bin/apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-liberation'], { env })
}

async function installFromPlaywright() {
  const { chromium: browser } = await import('@playwright/test')
  if (works(browser.executablePath())) return browser.executablePath()
  console.log('Installing Chromium with Playwright…')
  run(process.execPath, [inPackage('@playwright/test/cli.js'), 'install', 'chromium'])
  return works(browser.executablePath()) ? browser.executablePath() : null
}

/**
 * Finds a Chromium that runs: CHROMIUM_PATH, the system's, the distribution's (installed as root), Playwright's own.
 * Answers its path, or null after saying what to do.
 */
export async function chromium() {
  const given = process.env.CHROMIUM_PATH
  if (given && !works(given)) console.log(`CHROMIUM_PATH names ${given}, which does not run; looking elsewhere.`)
  const find = () => [given, ...CANDIDATES].find(works)
  const there = find()
  if (there) return there
  installFromDebian()
  const path = find() ?? (await installFromPlaywright())
  if (!path)
    console.error(
      'No Chromium was found or could be installed. Install Chromium or Chrome, or set CHROMIUM_PATH to one.',
    )
  return path
}
