import { beforeEach, describe, expect, it } from 'vitest'
import { changeEnv, ORIGIN } from '@/lib/server/auth-kit'
import { readPictureAddress } from '@/lib/server/pictures/picture-address'
import { DUE, HOUR, load, MINUTE, round, setClock, states, withDeliveries } from './delivery-kit'
import { partsOf } from './letter-kit'
import { retryDelivery } from './targets'

const { add, addSlack, admin, chat, lines, mail } = await withDeliveries()

describe('a mail on Monday', () => {
  it('leaves at its hour, once, to each for themselves, however often one looks', async () => {
    await add({ address: 'ana@example.com, Ben@example.com' })
    setClock(DUE - 1)
    await round()
    expect(await states()).toEqual([])
    setClock(DUE)
    for (let turn = 0; turn < 3; turn += 1) await round()
    setClock(DUE + 6 * 24 * HOUR)
    await round()
    expect(mail.letters.map(({ to }) => to).toSorted()).toEqual([['Ben@example.com'], ['ana@example.com']])
    expect(await states()).toEqual([
      ['2026-W16', 'sent', null],
      ['2026-W16', 'sent', null],
    ])
  })

  it('goes out again the Monday after, and over both changes of the clocks at the same hour on the wall', async () => {
    setClock('2026-03-24T00:00:00Z')
    await add()
    const sentAt: string[] = []
    // Every half an hour around three Mondays: before, right after the change, and a week later.
    for (const day of ['2026-03-30', '2026-04-06', '2026-10-26']) {
      for (let at = Date.parse(`${day}T04:00:00Z`); at < Date.parse(`${day}T10:00:00Z`); at += 30 * MINUTE) {
        const before = mail.letters.length
        setClock(at)
        await round()
        if (mail.letters.length > before) sentAt.push(new Date(at).toISOString())
      }
    }
    expect(sentAt).toEqual(['2026-03-30T06:00:00.000Z', '2026-04-06T06:00:00.000Z', '2026-10-26T07:00:00.000Z'])
  })

  it('says the numbers in its body as text and as HTML, with two pictures and a link, in the language of the target', async () => {
    await add({ locale: 'fr', periods: ['week', 'month'] })
    setClock(DUE)
    await round()
    const [letter] = mail.letters
    expect(letter?.headers.get('subject')).toBe('Semaine 16, 13 – 19 avril')
    expect(letter?.headers.get('auto-submitted')).toBe('auto-generated')
    const { text, html, images } = partsOf(letter)
    for (const body of [text, html]) {
      expect(body).toContain('http://localhost:3000/reviews/2026-W16')
      expect(body.replace(/<[^>]+>/g, '')).toContain('1\u202f412')
      expect(body).toContain('33,4\u00a0% de l’étape précédente · la semaine 15\u00a0: 402')
    }
    expect(html).toMatch(/<html lang="fr">/)
    expect(images).toEqual(['<funnel@callboard>', '<series@callboard>'])
    for (const cid of ['funnel@callboard', 'series@callboard']) expect(html).toContain(`src="cid:${cid}"`)
  })
})

describe('whoever else looks at the same time', () => {
  it('sends nothing twice', async () => {
    await add({ address: 'a@example.com, b@example.com, c@example.com' })
    setClock(DUE)
    const did = await Promise.all(['ins_1', 'ins_2', 'ins_3'].map(holder => round(load, holder)))
    expect(did.filter(Boolean)).toHaveLength(1)
    expect(mail.letters.flatMap(({ to }) => to).toSorted()).toEqual(['a@example.com', 'b@example.com', 'c@example.com'])
  })
})

describe('the charts in a chat', () => {
  const SITE = 'https://callboard.example.com'
  const sent = () =>
    chat.posted.map(({ body }) => JSON.stringify(body).match(/https:[^"]+\/share\/pictures\/[^"]+/g) ?? [])
  beforeEach(() => changeEnv({ NEXTAUTH_URL: SITE }))

  it('are at signed addresses of this revision, in the language of the target', async () => {
    await add({ kind: 'slack', locale: 'fr', address: `${chat.url}/services/T/B/topSecretPart` })
    setClock(DUE)
    await round()
    const pictures = (sent()[0] ?? []).map(url => readPictureAddress(url.split('/').at(-1) ?? ''))
    const common = { key: '2026-W16', revision: 1, locale: 'fr', expires: DUE / 1000 + 60 * 86_400 }
    expect(pictures).toEqual([
      { ...common, kind: 'funnel' },
      { ...common, kind: 'series' },
    ])
    expect(lines.join('')).not.toContain('/share/pictures')
  })

  it('are left out where chats reach no https', async () => {
    changeEnv({ NEXTAUTH_URL: 'http://callboard.example.com' })
    await addSlack()
    setClock(DUE)
    await round()
    expect(JSON.stringify(chat.posted)).not.toContain('/share/pictures')
    expect(chat.posted).toHaveLength(1)
  })

  it('are left out when the chat refuses the message because it cannot fetch them', async () => {
    await addSlack()
    chat.reply('no pictures')
    setClock(DUE)
    await round()
    expect(sent().map(urls => urls.length)).toEqual([2, 0])
    expect(await states()).toEqual([['2026-W16', 'sent', null]])
  })
})

describe('a server that was down', () => {
  it('sends late within a day', async () => {
    await add()
    setClock(DUE + 24 * HOUR)
    await round()
    expect(mail.letters).toHaveLength(1)
  })

  it('tells what is later than that, and sends it by hand', async () => {
    const id = await add()
    setClock(DUE + 24 * HOUR + 1)
    await round()
    expect(await states()).toEqual([['2026-W16', 'failed', 'late']])
    await retryDelivery(admin, id, { reviewKey: '2026-W16', recipient: 'ana@example.com' }, ORIGIN)
    await round()
    expect(mail.letters).toHaveLength(1)
  })

  it('tells what waited for its next try all the time', async () => {
    await add()
    changeEnv({ SMTP_URL: 'smtp://127.0.0.1:9' })
    setClock(DUE)
    await round()
    changeEnv({ SMTP_URL: mail.url })
    setClock(DUE + 3 * 24 * HOUR)
    await round()
    expect(await states()).toEqual([['2026-W16', 'failed', 'late']])
    expect(mail.letters).toHaveLength(0)
  })
})
