import { addressesOf } from './app-files'
import { makeLink, VIEW } from './share-links'
import { expect, test } from './world'

test.use({ own: 'share links reach' })

const ask = (url: string, init: RequestInit = {}) => fetch(url, { redirect: 'manual', ...init })

test('the secret of a link opens its address alone, and is in no line of the log', async ({ context, app }) => {
  const { secret, address } = await makeLink(context, app.url, { unfolds: true })
  const headers = { authorization: `Bearer ${secret}`, cookie: `callboard-share=${secret}; callboard-screen=${secret}` }
  // What needs nobody answers as it always does.
  const open = /^\/api\/(auth|health|ready|metrics|tv|webhooks|setup|resets|invitations\/accept)|^\/(tv|share)\b/
  const paths = addressesOf('route.ts').filter(path => !open.test(path))
  expect(paths.length).toBeGreaterThan(40)
  for (const path of [...paths, `/api/reports${VIEW}`, '/api/reviews'])
    expect([401, 405], path).toContain((await ask(app.url + path, { headers })).status)
  for (const path of addressesOf('page.tsx').filter(
    each => !/^\/(share|sign-in|invitation|reset|forgot|setup)\b/.test(each),
  ))
    expect(307, path).toBe((await ask(app.url + path, { headers })).status)
  // And at its own address nothing else can be asked for.
  for (const more of ['/api/reviews', '/unlock', '/preview/x', '/outbound', '%2f..%2foutbound', '/preview%00'])
    expect([400, 404, 405], more).toContain((await ask(address + more)).status)
  const plain = await (await ask(address)).text()
  for (const search of ['?revision=2', '?live', '?sections=people', '?period=last-month', '?share=all']) {
    const other = await (await ask(address + search)).text()
    for (const word of ['Inès', 'Tom Okafor', 'usr-']) expect(other).not.toContain(word)
    expect(Math.abs(other.length - plain.length)).toBeLessThan(2000)
  }
  expect((await ask(`${address}/preview`)).status).toBe(200)
  for (const part of [secret.slice(3), secret.slice(3, 23), secret.slice(-20)]) expect(app.output()).not.toContain(part)
  expect(app.output()).toContain('"route":"share/preview"')
  const metrics = await (await ask(`${app.url}/api/metrics`)).text()
  expect(metrics).not.toContain(secret.slice(3, 23))
  expect(metrics).toContain('/share/[token]')
})

test('whoever guesses finds nothing, and soon is not even listened to', async ({ context, app }) => {
  const { address, secret } = await makeLink(context, app.url)
  const guess = (place: number) => {
    const turned = secret.slice(0, 3 + (place % 43)) + String(place).padStart(43, 'x')
    return place % 3 === 0 ? turned.slice(0, 46) : `cb_${String(place).padStart(43, '0')}`
  }
  const statuses: number[] = []
  for (let place = 1; place <= 700; place += 10) {
    const ten = Array.from({ length: 10 }, (_, at) =>
      ask(`${app.url}/share/${guess(place + at)}${at === 0 ? '/preview' : ''}`),
    )
    statuses.push(...(await Promise.all(ten)).map(({ status }) => status))
  }
  expect(new Set(statuses.slice(0, 590))).toEqual(new Set([404]))
  expect(statuses.slice(-90).every(status => status === 403 || status === 429)).toBe(true)
  // Nobody knows any more whether a guess was right.
  const blocked = await ask(address)
  expect(blocked.status).toBe(403)
  expect(await blocked.text()).not.toContain('For the board')
})
