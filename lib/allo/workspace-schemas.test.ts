import { expect, test } from 'vitest'
import { me, phoneLine, tag, user } from './workspace-schemas'

test.each([
  [
    { read_per_second: 30, write_per_second: 10 },
    { readPerSecond: 30, writePerSecond: 10 },
  ],
  [{ write_per_second: 2 }, { readPerSecond: 20, writePerSecond: 2 }],
  [null, { readPerSecond: 20, writePerSecond: 5 }],
  [undefined, { readPerSecond: 20, writePerSecond: 5 }],
])('limits of the key: %j', (rate_limits, read) => {
  expect(me.parse({ api_key_id: 'api-1', scopes: ['USERS_READ'], team: null, rate_limits })).toEqual({
    apiKeyId: 'api-1',
    scopes: ['USERS_READ'],
    endpoints: [],
    team: null,
    rateLimits: read,
  })
})

test('a member with an open role, no picture and no name', () => {
  expect(user.parse({ id: 'usr-1', name: '', email: 'ada@example.com', role: 'OWNER', status: 'ACTIVE' })).toEqual({
    id: 'usr-1',
    name: 'ada@example.com',
    email: 'ada@example.com',
    role: 'OWNER',
    status: 'ACTIVE',
    imageUrl: null,
  })
})

test('a sender ID has no number', () => {
  const line = phoneLine.parse({
    number: null,
    name: 'ACME',
    country: 'FR',
    type: 'SENDER_ID',
    capabilities: ['SMS', 'RCS'],
  })
  expect(line).toEqual({
    number: null,
    name: 'ACME',
    country: 'FR',
    type: 'SENDER_ID',
    capabilities: ['SMS', 'RCS'],
    users: [],
  })
})

test('a tag keeps its key if one comes', () => {
  expect(tag.parse({ id: 'tag-1', name: 'Meeting booked' })).toEqual({
    id: 'tag-1',
    name: 'Meeting booked',
    color: null,
    key: null,
  })
  expect(tag.parse({ id: 'tag-1', name: 'Meeting booked', key: 'meeting_booked' }).key).toBe('meeting_booked')
})
