import { type APIRequestContext, type BrowserContext, expect, type Page, request } from '@playwright/test'
import { write } from './views'

/** A TV that waits to be paired: cookies of its own, and the code that it shows. */
export async function startTv(url: string): Promise<{ code: string; tv: APIRequestContext }> {
  const tv = await request.newContext({ baseURL: url, extraHTTPHeaders: { origin: url } })
  const answer: { code: string } = await (await tv.get('/api/tv/pairing')).json()
  expect(answer.code).toMatch(/^[A-Z0-9]{6}$/)
  return { code: answer.code, tv }
}

interface Said {
  panel?: string
  errors?: string[]
  /** Epoch milliseconds. */
  fetchedAt?: number | null
  isFailing?: boolean
}

/** What a TV says of itself. */
export async function beat(tv: APIRequestContext, said: Said = {}): Promise<void> {
  const data = {
    version: 'e2e',
    revision: null,
    panel: null,
    width: 1920,
    height: 1080,
    mode: 'live',
    errors: [],
    ...said,
  }
  // A connection that was kept open may be closed by now: a beat harms nobody twice.
  expect((await tv.post('/api/tv/beat', { data, maxRetries: 2 })).ok()).toBe(true)
}

/** Pairs a waiting TV by its QR code's address. */
export async function pair(page: Page, code: string, name: string): Promise<void> {
  await page.goto(`/screens?code=${code}`)
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('button', { name: 'Pair', exact: true }).click()
  await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible()
}

/** Opens a screen's editor from the list. */
export async function openEditor(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: `Edit ${name}` }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

/** Begins without screens. */
export async function forgetScreens(context: BrowserContext, url: string): Promise<void> {
  const { body } = await write(context, url, 'GET', '/api/screens')
  for (const { id } of body) await write(context, url, 'DELETE', `/api/screens/${id}`)
}

/** A PNG file of far more bytes than the server keeps of a picture: soft shapes under fine noise, as a photograph has. */
export async function drawPhoto(page: Page): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const url = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 2400
    canvas.height = 1350
    const drawing = canvas.getContext('2d')
    if (!drawing) throw new Error('no canvas here')
    const shade = drawing.createLinearGradient(0, 0, 2400, 1350)
    shade.addColorStop(0, '#123')
    shade.addColorStop(1, '#fc8')
    drawing.fillStyle = shade
    drawing.fillRect(0, 0, 2400, 1350)
    const pixels = drawing.getImageData(0, 0, 2400, 1350)
    for (let at = 0; at < pixels.data.length; at += 1) pixels.data[at] = (pixels.data[at] ?? 0) + ((at * 7919) % 5)
    drawing.putImageData(pixels, 0, 0)
    return canvas.toDataURL('image/png')
  })
  const buffer = Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
  expect(buffer.length).toBeGreaterThan(120_000)
  return { name: 'office.png', mimeType: 'image/png', buffer }
}
