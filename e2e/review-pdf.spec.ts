import { getDocumentProxy } from 'unpdf'
import { expect, test } from './fixtures'
import { startLargeReview } from './large-review'

const [PEOPLE, CALLS] = [60, 40]

/** A line of text with its height above the foot of the page, in points. */
interface Line {
  page: number
  y: number
  text: string
}

interface Paper {
  /** Of the first page, in points. */
  width: number
  height: number
  title: string
  lines: Line[]
}

/** What a PDF says, line by line, from top to bottom. */
async function readPdf(bytes: Buffer): Promise<Paper> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const lines: Line[] = []
  let size = [0, 0]
  for (let page = 1; page <= pdf.numPages; page += 1) {
    const sheet = await pdf.getPage(page)
    const [, , width = 0, height = 0] = sheet.view
    if (page === 1) size = [width, height]
    const { items } = await sheet.getTextContent()
    const pieces = items.flatMap(item => ('str' in item && item.str.trim() !== '' ? [item] : []))
    const rows = new Map<number, { x: number; text: string }[]>()
    for (const { str, transform } of pieces) {
      const y = transform[5]
      const row = [...rows.keys()].find(known => Math.abs(known - y) <= 2) ?? y
      rows.set(row, [...(rows.get(row) ?? []), { x: transform[4], text: str.trim() }])
    }
    for (const [y, row] of [...rows].toSorted(([one], [other]) => other - one)) {
      const text = row.toSorted((one, other) => one.x - other.x).map(piece => piece.text)
      lines.push({ page, y, text: text.join(' ') })
    }
  }
  const { info } = await pdf.getMetadata()
  const title = 'Title' in info ? String(info.Title) : ''
  return { width: size[0] ?? 0, height: size[1] ?? 0, title, lines }
}

const having = (lines: Line[], ...words: string[]) =>
  lines.filter(({ text }) => words.every(word => text.split(' ').includes(word)))
const pagesOf = (lines: Line[]) => [...new Set(lines.map(({ page }) => page))]

/** The lines between a heading and the next. */
function section(lines: Line[], from: string, to: string): Line[] {
  const place = (heading: string) => lines.findIndex(({ text }) => text.startsWith(heading))
  return lines.slice(place(from), place(to))
}

test.describe('a review of 60 people and 40 calls as PDF', () => {
  test.setTimeout(150_000)
  // The tests share one server, which each worker would otherwise start for itself.
  test.describe.configure({ mode: 'serial' })
  let world: Awaited<ReturnType<typeof startLargeReview>>
  test.beforeAll(async () => {
    test.setTimeout(150_000)
    world = await startLargeReview(PEOPLE, CALLS)
  })
  test.afterAll(() => world?.stop())

  for (const [paper, width, height] of [
    ['a4', 595.28, 841.89],
    ['letter', 612, 792],
  ] as const) {
    test(`on ${paper}: the same numbers, and no row or chart is cut`, async () => {
      const { client, key, review, hash } = world
      const answer = await client.get(`/api/reviews/${key}/pdf?paper=${paper}`, { timeout: 60_000 })
      expect(answer.status()).toBe(200)
      expect(answer.headers()['content-type']).toBe('application/pdf')
      const { from, to } = review.range
      expect(answer.headers()['content-disposition']).toContain(`callboard_review_${from}..${to}_Europe-Paris.pdf`)
      const pdf = await readPdf(await answer.body())
      expect([Math.abs(pdf.width - width), Math.abs(pdf.height - height)].every(by => by < 1.5)).toBe(true)
      const week = `Week ${Number(key.slice(-2))}`
      expect(pdf.title).toBe(`${week} · Callboard`)
      expect(pdf.lines[0]?.text).toMatch(new RegExp(`^${week}, `))
      expect(pdf.lines.at(-1)?.text).toBe(`Revision 1 ${hash}`)

      const counts = review.outbound.funnel.stages.map(({ count }) => count.now.toLocaleString('en-US'))
      expect(pagesOf(having(section(pdf.lines, 'Funnel', 'What moved it'), ...counts))).toHaveLength(1)

      // A row is cut when its texts stand on two pages, or run into the margin.
      const people = section(pdf.lines, 'People', 'When people pick up')
      const moved = section(pdf.lines, 'What moved it', 'Day by day')
      for (const { user, now } of review.people) {
        expect(having(people, user.name), user.name).toHaveLength(1)
        expect(having(people, user.name, `${now.dials}`, `${now.connected}`), user.name).toHaveLength(1)
        expect(having(moved, user.name), `${user.name} moved`).toHaveLength(1)
      }
      const calls = section(pdf.lines, 'Worth a listen', 'Commitments')
      for (let place = 0; place < CALLS; place += 1) {
        const mark = String(place).padStart(2, '0')
        const parts = calls.filter(({ text }) => new RegExp(`(Caller|Begin|End)${mark}\\b`).test(text))
        expect(pagesOf(parts), `call ${mark}`).toHaveLength(1)
        expect(parts, `call ${mark}`).toHaveLength(3)
      }
      for (const { y, text } of pdf.lines) expect(y > 40 && y < pdf.height - 30, `${y}: ${text}`).toBe(true)

      // Each page of a long table names its columns.
      for (const page of pagesOf(people.filter(({ text }) => text.startsWith('Lena')))) {
        expect(having(people, 'Person', 'Dials', 'Talk').filter(line => line.page === page)).toHaveLength(1)
      }

      // A chart is whole when its heading and its axes stand on one page.
      const whole = (heading: string, next: string, ...axes: RegExp[]) => {
        const lines = section(pdf.lines, heading, next)
        const parts = [lines[0], ...axes.map(axis => lines.find(({ text }) => axis.test(text)))]
        for (const [place, part] of parts.entries()) expect(part, `${heading} ${axes[place - 1]}`).toBeDefined()
        expect(pagesOf(parts.flatMap(part => part ?? [])), heading).toHaveLength(1)
      }
      whole('What moved it', 'Day by day', /^week \d+ Dials Connec ?tion/i)
      whole('Day by day', 'People', /^Dials Connected/, /Mon Tue Wed Thu Fri Sat Sun/)
      whole('When people pick up', 'Talk time', /^8 9 10/, /^Mon/, /^Tue/, /^Wed/, /^Thu/, /^Fri/, /^Sat/, /^Sun/)
    })
  }

  test('is refused for what is no paper, no review and nobody', async ({ playwright }) => {
    const { client, key } = world
    expect((await client.get(`/api/reviews/${key}/pdf?paper=a3`)).status()).toBe(400)
    expect((await client.get('/api/reviews/2019-W99/pdf')).status()).toBe(404)
    const stranger = await playwright.request.newContext()
    expect((await stranger.get((await client.get(`/api/reviews/${key}`)).url().concat('/pdf'))).status()).toBe(401)
    await stranger.dispose()
  })
})
