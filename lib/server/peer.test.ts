import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PEER_HEADER } from './origin'
import { isLoopback, PASSED_ON_HEADER, watchPeers } from './peer'

describe('where a connection comes from', () => {
  const server = createServer((request, response) => {
    response.end(JSON.stringify([request.headers[PEER_HEADER], request.headers[PASSED_ON_HEADER]]))
  })
  let url = ''

  beforeAll(async () => {
    watchPeers()
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    if (typeof address !== 'object' || address === null) throw new Error('no port')
    url = `http://127.0.0.1:${address.port}`
  })
  afterAll(() => server.close())

  const ask = async (headers: Record<string, string>) => (await fetch(url, { headers })).json()

  it('is what the socket says, whatever the client says', async () => {
    expect(await ask({ [PEER_HEADER]: '203.0.113.9', [PASSED_ON_HEADER]: '1' })).toEqual(['127.0.0.1', '0'])
  })

  it.each([
    ['x-forwarded-for', '203.0.113.9'],
    ['X-Forwarded-For', ''],
    ['x-forwarded-proto', 'https'],
    ['forwarded', 'for=203.0.113.9'],
    ['via', '1.1 proxy'],
    ['x-real-ip', '203.0.113.9'],
    ['cf-connecting-ip', '203.0.113.9'],
  ])('shows by %s that a proxy passed it on', async (name, value) => {
    expect(await ask({ [name]: value, [PASSED_ON_HEADER]: '0' })).toEqual(['127.0.0.1', '1'])
  })

  it.each([
    ['127.0.0.1', true],
    ['127.8.9.10', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['10.0.0.1', false],
    ['::ffff:10.0.0.1', false],
    ['1127.0.0.1', false],
    ['', false],
    [null, false],
  ])('%s is this machine: %s', (address, expected) => {
    expect(isLoopback(address)).toBe(expected)
  })
})
