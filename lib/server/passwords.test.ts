import { randomBytes, scryptSync } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { fitsPassword, hashPassword, isOutdated } from './passwords'
import { forgetAll } from './remember'

const unpadded = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')

/** A hash of another cost, made by node:crypto alone. */
function hashOf(password: string, { ln = 10, r = 8, p = 1 } = {}): string {
  const salt = randomBytes(16)
  const key = scryptSync(password, salt, 32, { N: 2 ** ln, r, p, maxmem: 2 ** 30 })
  return `$scrypt$ln=${ln},r=${r},p=${p}$${unpadded(salt)}$${unpadded(key)}`
}

describe('a password’s hash', () => {
  afterEach(() => forgetAll())

  test('is scrypt in PHC form, which node:crypto works out alike', async () => {
    const hash = await hashPassword('correct horse battery')
    const [, name, cost, salt = '', key] = hash.split('$')
    expect([name, cost]).toEqual(['scrypt', 'ln=15,r=8,p=3'])
    const bytes = Buffer.from(salt, 'base64')
    expect(bytes).toHaveLength(16)
    const expected = scryptSync('correct horse battery', bytes, 32, { N: 32_768, r: 8, p: 3, maxmem: 2 ** 30 })
    expect(key).toBe(unpadded(expected))
    expect(isOutdated(hash)).toBe(false)
  })

  test('has a salt of its own each time', async () => {
    const [one, two] = await Promise.all([hashPassword('the same words'), hashPassword('the same words')])
    expect(one).not.toBe(two)
    expect(await fitsPassword('the same words', one)).toBe(true)
    expect(await fitsPassword('the same words', two)).toBe(true)
  })

  test('fits its password only, to the letter', async () => {
    const hash = hashOf('Élan vital')
    expect(await fitsPassword('Élan vital', hash)).toBe(true)
    // The same letters, written as e and an accent.
    expect(await fitsPassword('E\u0301lan vital', hash)).toBe(true)
    for (const other of ['élan vital', 'Élan vital ', '', 'Élan vita'])
      expect(await fitsPassword(other, hash)).toBe(false)
  })

  test.each([
    'plain text',
    '',
    '$argon2id$v=19$m=65536,t=3,p=4$c2FsdA$aGFzaA',
    '$scrypt$ln=15,r=8,p=3$$',
    '$scrypt$ln=15,r=8,p=3$c2FsdA',
  ])('%j fits nothing', async broken => {
    expect(await fitsPassword('', broken)).toBe(false)
    expect(await fitsPassword(broken, broken)).toBe(false)
  })

  test('that is missing fits nothing, not even what it stands in for', async () => {
    for (const guess of ['', 'anything', '\0']) expect(await fitsPassword(guess, null)).toBe(false)
  })

  test('of another cost still fits, and is outdated', async () => {
    for (const cost of [{ ln: 10 }, { ln: 11, r: 4 }, { ln: 10, p: 2 }]) {
      const hash = hashOf('correct horse battery', cost)
      expect(await fitsPassword('correct horse battery', hash)).toBe(true)
      expect(isOutdated(hash)).toBe(true)
    }
  })

  test('is refused while more than 50 wait, two being worked on, and not any longer', async () => {
    const hash = hashOf('correct horse battery')
    const all = await Promise.allSettled(Array.from({ length: 100 }, () => fitsPassword('a guess', hash)))
    expect(all.slice(0, 52).every(({ status }) => status === 'fulfilled')).toBe(true)
    const busy = { status: 'rejected', reason: { code: 'BUSY', retryAfterSeconds: 5 } }
    expect(all.slice(52)).toMatchObject(Array(48).fill(busy))
    expect(await fitsPassword('correct horse battery', hash)).toBe(true)
  })
})
