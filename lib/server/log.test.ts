import { describe, expect, it } from 'vitest'
import { createLog, scrub } from './log'

function logged(entry: object, secrets: string[] = []): string {
  const lines: string[] = []
  createLog('debug', secrets, { write: line => lines.push(line) }).info(entry)
  return lines.join('')
}

describe('the log', () => {
  it('writes one JSON object a line, with time and level', () => {
    const line = logged({ event: 'request', status: 200 })
    expect(line.endsWith('\n')).toBe(true)
    expect(JSON.parse(line)).toEqual({ level: 'info', time: expect.any(String), event: 'request', status: 200 })
  })

  it.each([
    { authorization: 'Api-Key canary' },
    { headers: { cookie: 'session=canary' } },
    { request: { headers: { authorization: 'canary' } } },
    { account: { password: 'canary' } },
    { token: 'canary' },
  ])('redacts %j', entry => {
    expect(logged(entry)).not.toContain('canary')
  })

  it('takes secrets out wherever they are, also inside the text of an error', () => {
    const line = logged({ message: 'fetch failed with ak_live_canary1' }, ['ak_live_canary1'])
    expect(line).toContain('fetch failed with [secret]')
  })

  it.each([
    `cb_${'x'.repeat(43)}`,
    'k'.repeat(43),
    '$scrypt$ln=15,r=8,p=3$c2FsdHNh+0612345678/A$aGFz.aGhh',
    'ak_live_51H8sdf83hf',
    'eyJhbGciOiJkaXIiLCJlbmMi.c2VhbGVk',
  ])('knows %j as a secret by its looks, and keeps the line whole', secret => {
    const line = logged({ message: `began\n${secret}\nended ${secret}`, stack: 'after' })
    expect(JSON.parse(line)).toMatchObject({ message: 'began\n[secret]\nended [secret]', stack: 'after' })
  })

  it.each([
    ['called +33612345678 twice', 'called [number] twice'],
    ['/conversations/%2B33612345678/action', '/conversations/[number]/action'],
    ['2026-04-22T10:00:00Z took 1234567 ms', '2026-04-22T10:00:00Z took 1234567 ms'],
    ['UTC+02', 'UTC+02'],
  ])('takes phone numbers out of %j', (text, clean) => {
    expect(scrub(text)).toBe(clean)
  })
})
