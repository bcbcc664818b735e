import { expect } from 'vitest'
import type { Letter } from '@/e2e/mail-server'

/** The parts of a mail that has several, decoded. */
export function partsOf(letter: Letter | undefined) {
  const found = { text: '', html: '', images: [] as string[] }
  const raw = letter?.raw ?? ''
  const boundaries = [...raw.matchAll(/boundary="([^"]+)"/g)].map(([, boundary]) => `--${boundary}`)
  const parts = boundaries.reduce((list, boundary) => list.flatMap(part => part.split(boundary)), [raw])
  for (const part of parts) {
    const [head = '', ...rest] = part.trimStart().split('\r\n\r\n')
    const body = rest.join('\r\n\r\n')
    const bytes = /base64/i.test(head)
      ? Buffer.from(body, 'base64')
      : Buffer.from(
          body
            .replace(/=\r\n/g, '')
            .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        )
    if (/^content-type: text\/plain/im.test(head)) found.text = bytes.toString('utf8')
    if (/^content-type: text\/html/im.test(head)) found.html = bytes.toString('utf8')
    if (/^content-type: image\/png/im.test(head)) {
      expect(bytes.subarray(1, 4).toString()).toBe('PNG')
      found.images.push(/^content-id: (.+)$/im.exec(head)?.[1]?.trim() ?? '')
    }
  }
  return found
}
