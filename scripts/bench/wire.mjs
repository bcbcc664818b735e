import { load, openBrowser } from './browser.mjs'

const KIB = 1024

/** A text that only the chart library's code holds. */
const CHART_MARK = 'recharts-surface'

/**
 * What one cold load brings over the wire, headers included: scripts named in the HTML, the chart library's, what else is
 * fetched when the browser is idle (the drawer), and requests.
 */
export async function measureWire(world) {
  const browser = await openBrowser()
  try {
    const { context, html, requests } = await load(browser, world)
    const scripts = requests.filter(({ type }) => type === 'Script')
    const sum = some => some.reduce((total, { bytes }) => total + bytes, 0) / KIB
    const first = scripts.filter(({ url }) => html.includes(new URL(url).pathname))
    const later = scripts.filter(script => !first.includes(script))
    const drawsCharts = await Promise.all(
      later.map(async ({ url }) => (await (await context.request.get(url)).text()).includes(CHART_MARK)),
    )
    const charts = later.filter((_, index) => drawsCharts[index])
    const idle = later.filter((_, index) => !drawsCharts[index])
    return [
      { what: 'JS over the wire, before the chart library', value: sum(first), unit: 'KiB', goal: { atMost: 190 } },
      {
        what: 'JS over the wire, with the chart library',
        value: sum([...first, ...charts]),
        unit: 'KiB',
        goal: { atMost: 300 },
      },
      { what: 'JS fetched ahead when idle (the drawer)', value: sum(idle), unit: 'KiB' },
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
