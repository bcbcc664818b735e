import { expect, it } from 'vitest'
import { connect, USER_AGENT } from './connection'

const connection = connect({ apiKey: 'ak_live_canary', baseUrl: 'https://api.withallo.com' })

it('shows the key and the request id to Allo, and to nobody else', () => {
  expect(connection.headers('req_1', true)).toEqual({
    'User-Agent': USER_AGENT,
    Authorization: 'Api-Key ak_live_canary',
    'X-Request-Id': 'req_1',
  })
  expect(connection.headers('req_1', false)).toEqual({ 'User-Agent': USER_AGENT })
})

it('takes the key out of whatever comes back, however often it stands there', () => {
  expect(connection.redact('ak_live_canary is no key, ak_live_canary')).toBe('[key] is no key, [key]')
})
