import { describe, expect, test } from 'vitest'
import { CallboardError } from '@/lib/errors'
import { checkRequest } from './answer'
import { DATE } from './examples'
import {
  actionRequest,
  batchRequest,
  conversationsQuery,
  itemSearchRequest,
  outboundRequest,
  overviewRequest,
  smsRequest,
  tagsRequest,
  usersQuery,
} from './requests'

const LINE = '+14155550100'

/** The field that checkRequest complains about; null when it does not. */
function fault(schema: Parameters<typeof checkRequest>[0], value: unknown): string | null | undefined {
  try {
    checkRequest(schema, value)
    return null
  } catch (error) {
    if (error instanceof CallboardError && error.code === 'INVALID_PARAMETER') return error.field
    throw error
  }
}

describe('outbound', () => {
  test.each([
    [null, { date: DATE }],
    [null, { date: { from: '2026-04-21', to: '2026-04-21' } }],
    [null, { date: { from: '2028-02-29', to: '2028-02-29' } }],
    [null, { date: DATE, compare_date: DATE, user_ids: ['usr-1'], tags: [], granularity: 'WEEK' }],
    [null, { date: DATE, extend: 'items', stage: 'DIAL', page: 1, size: 100 }],
    ['date', {}],
    ['date.from', { date: { from: '2026-04-22', to: '2026-04-21' } }],
    ['date.to', { date: { from: '2026-02-01', to: '2026-02-29' } }],
    ['date.from', { date: { from: '2026-4-1', to: '2026-04-21' } }],
    ['date.timezone', { date: { ...DATE, timezone: 'Europe/Paris' } }],
    ['compare_date.from', { date: DATE, compare_date: { from: '2026-13-01', to: '2026-13-02' } }],
    ['allo_number', { date: DATE, allo_number: LINE }],
    ['allo_numbers', { date: DATE, user_ids: ['usr-1'], allo_numbers: [LINE] }],
    ['allo_numbers.0', { date: DATE, allo_numbers: ['0612345678'] }],
    ['user_ids', { date: DATE, user_ids: [] }],
    ['granularity', { date: DATE, granularity: 'HOUR' }],
    ['stage', { date: DATE, extend: 'items' }],
    ['stage', { date: DATE, stage: 'DIAL' }],
    ['page', { date: DATE, page: 2 }],
    ['size', { date: DATE, extend: 'items', stage: 'DIAL', size: 101 }],
    ['size', { date: DATE, extend: 'items', stage: 'DIAL', size: 0 }],
    ['page', { date: DATE, extend: 'items', stage: 'DIAL', page: 0 }],
    ['page', { date: DATE, extend: 'items', stage: 'DIAL', page: 1.5 }],
  ])('%s: %j', (field, body) => expect(fault(outboundRequest, body)).toBe(field))
})

test.each([
  ['overview', overviewRequest, null, { date: DATE, allo_numbers: [LINE] }],
  ['overview', overviewRequest, 'tags', { date: DATE, tags: ['x'] }],
  ['overview', overviewRequest, 'allo_numbers', { date: DATE, user_ids: ['usr-1'], allo_numbers: [LINE] }],
  ['search', itemSearchRequest, null, {}],
  ['search', itemSearchRequest, null, { search: 'été', sort: 'RELEVANCE', date: DATE, contact_number: 'anonymous' }],
  ['search', itemSearchRequest, 'search', { search: '…' }],
  ['search', itemSearchRequest, 'date_from', { date_from: '2026-04-01' }],
  ['search', itemSearchRequest, 'sort', { sort: 'DATE' }],
  ['batch', batchRequest, null, { ids: ['cll-1'], extend: undefined }],
  ['batch', batchRequest, 'ids', { ids: [] }],
  ['batch', batchRequest, 'ids', { ids: Array.from({ length: 101 }, (_, index) => `cll-${index}`) }],
  [
    'conversations',
    conversationsQuery,
    null,
    { allo_number: LINE, last_activity_since: '2026-04-21T08:00:00Z', unread: true },
  ],
  ['conversations', conversationsQuery, 'allo_number', {}],
  [
    'conversations',
    conversationsQuery,
    'last_activity_since',
    { allo_number: LINE, last_activity_since: '2026-04-21' },
  ],
  ['users', usersQuery, 'status', { status: 'DELETED' }],
  ['action', actionRequest, 'action', { action: 'DELETE' }],
  ['tags', tagsRequest, 'tags', { tags: [] }],
  ['sms', smsRequest, null, { from: LINE, to: '+14155551234', message: 'Hi' }],
  ['sms', smsRequest, null, { sender_id: 'ACME', to: '+33612345678', message: 'Salut' }],
  ['sms', smsRequest, 'from', { from: LINE, sender_id: 'ACME', to: '+33612345678', message: 'Salut' }],
  ['sms', smsRequest, 'from', { to: '+33612345678', message: 'Salut' }],
  ['sms', smsRequest, 'message', { from: LINE, to: '+14155551234', message: 'x'.repeat(1001) }],
  ['sms', smsRequest, 'content', { from: LINE, to: '+14155551234', message: 'Hi', content: 'Hi' }],
])('%s body', (_, schema, field, body) => expect(fault(schema, body)).toBe(field))
