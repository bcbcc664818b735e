import { load, openBrowser } from './browser.mjs'

const KIB = 1024

/** What one cold load brings over the wire: scripts named in the HTML, scripts asked for later, and requests. */
export async function measureWire(world) {
  const browser = await openBrowser()
  try {
    const { html, requests } = await load(browser, world)
    const scripts = requests.filter(({ type }) => type === 'Script')
    const sum = some => some.reduce((total, { bytes }) => total + bytes, 0) / KIB
    const first = scripts.filter(({ url }) => html.includes(new URL(url).pathname))
    return [
      { what: 'JS over the wire, before the chart library', value: sum(first), unit: 'KiB', goal: { atMost: 190 } },
      { what: 'JS over the wire, everything the load brings', value: sum(scripts), unit: 'KiB', goal: { atMost: 300 } },
      { what: 'everything over the wire', value: sum(requests), unit: 'KiB' },
      {
        what: 'requests',
        value: requests.filter(({ url }) => url.startsWith('http')).length,
        unit: '',
        goal: { atMost: 30 },
      },
    ]
  } finally {
    await browser.close()
  }
}
