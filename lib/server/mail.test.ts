import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startMailServer } from '@/e2e/mail-server'
import { changeEnv } from './auth-kit'
import { canMail, sendMail, trySendMail } from './mail'
import { setTestEnv } from './test-kit'

const MAIL = { to: 'ben@example.com', subject: 'Une invitation à Callboard', text: 'Bonjour Inès,\n\nvoici le lien.' }
let server: Awaited<ReturnType<typeof startMailServer>>

describe('a mail', () => {
  beforeAll(async () => {
    server = await startMailServer()
  })
  beforeEach(() => {
    setTestEnv()
    server.letters.length = 0
    server.refuse(false)
    changeEnv({ SMTP_URL: server.url, CALLBOARD_MAIL_FROM: 'Callboard <callboard@example.com>' })
  })
  afterAll(() => server.stop())

  it('arrives as it was written', async () => {
    expect(canMail()).toBe(true)
    await sendMail(MAIL)
    expect(server.letters).toMatchObject([{ from: 'callboard@example.com', to: [MAIL.to], text: MAIL.text }])
    const headers = server.letters[0]?.headers
    expect(headers?.get('subject')).toBe(MAIL.subject)
    expect(headers?.get('from')).toBe('Callboard <callboard@example.com>')
    expect(headers?.get('auto-submitted')).toBe('auto-generated')
    expect(headers?.get('content-type')).toContain('text/plain')
  })

  it('cannot be turned into another by what people typed', async () => {
    await trySendMail({ ...MAIL, to: 'ben@example.com, eve@evil.example' })
    await trySendMail({ ...MAIL, to: 'ben@example.com\r\nBcc: eve@evil.example' })
    await sendMail({ ...MAIL, subject: 'Hello\r\nBcc: eve@evil.example' })
    expect(server.letters.flatMap(({ to }) => to)).not.toContain('eve@evil.example')
    for (const { headers } of server.letters) expect(headers.has('bcc')).toBe(false)
  })

  it('that is not taken is said to have failed', async () => {
    server.refuse(true)
    await expect(sendMail(MAIL)).rejects.toMatchObject({ code: 'MAIL_FAILED' })
    expect(await trySendMail(MAIL)).toBe('failed')
    server.refuse(false)
    expect(await trySendMail(MAIL)).toBe('sent')
  })

  it('fails where nobody listens, and is none where no server is configured', async () => {
    setTestEnv()
    changeEnv({ SMTP_URL: 'smtp://127.0.0.1:9' })
    expect(await trySendMail(MAIL)).toBe('failed')
    changeEnv({ SMTP_URL: '' })
    expect([canMail(), await trySendMail(MAIL)]).toEqual([false, 'none'])
    await expect(sendMail(MAIL)).rejects.toMatchObject({ code: 'MAIL_FAILED' })
  })
})
