import { describe, expect, test } from 'vitest'
import { conversationItem, conversationSummary, sentMessage } from './conversation-schemas'
import { ITEM } from './examples'

describe('a conversation item', () => {
  test('a call, in our names', () => {
    expect(conversationItem.parse(ITEM)).toEqual({
      id: 'cll-1',
      type: 'CALL',
      direction: 'OUTBOUND',
      alloNumber: '+14155550100',
      contactNumber: '+14155551234',
      contacts: [
        {
          id: 'cnt-1',
          name: 'Grace',
          company: { id: 'com-1', name: 'Navy' },
          deals: [{ id: 'dea-1', name: 'Cobol', status: 'OPEN' }],
        },
      ],
      user: { id: 'usr-1', name: 'Ada', email: 'ada@example.com' },
      date: '2026-04-21T08:42:00.000Z',
      duration: 211,
      result: 'ANSWERED',
      recordingUrl: 'https://api.withallo.com/v2/recordings/cll-1.mp3',
      summary: 'Wants a demo.',
      tags: ['meeting_booked'],
      transcript: null,
      content: null,
      status: null,
      messageType: null,
      extractedContact: null,
    })
  })

  test('a text of nobody from a withheld number, with only what must be there', () => {
    const item = conversationItem.parse({
      id: 'msg_1',
      type: 'SMS',
      direction: 'INBOUND',
      date: '2026-04-21T08:42:00',
      tags: null,
      user: null,
    })
    expect(item).toMatchObject({
      contactNumber: 'anonymous',
      alloNumber: null,
      user: null,
      tags: [],
      duration: null,
      contacts: [],
    })
    expect(item.date).toBe('2026-04-21T08:42:00.000Z')
  })

  test.each(['CLOSED', 'TRANSFERRED_AI', 'SOMETHING_NEW', null])('result %s passes through', result => {
    expect(conversationItem.parse({ ...ITEM, result }).result).toBe(result)
  })

  test('transcript lines with their instants', () => {
    const transcript = [{ source: 'AGENT', time: '2026-04-21T08:42:03', text: 'Hello', start_seconds: 3 }]
    expect(conversationItem.parse({ ...ITEM, transcript }).transcript).toEqual([
      { source: 'AGENT', time: '2026-04-21T08:42:03.000Z', text: 'Hello' },
    ])
  })

  test('placeholders of what the AI could not find out are unknown', () => {
    const contact = {
      name: 'Grace',
      emails: ['null', 'grace@example.com'],
      address: 'NOT AVAILABLE',
      company: 'null',
      website: 7,
      job_title: ' ',
    }
    expect(
      conversationItem.parse({ ...ITEM, extracted_data: { contact, data_collected: 'null' } }).extractedContact,
    ).toEqual({
      name: 'Grace',
      emails: ['grace@example.com'],
      address: null,
      company: null,
      website: null,
      jobTitle: null,
    })
  })

  test.each(['null', {}, [], { contact: 'null' }])('extracted data %j is no failure', extracted_data => {
    expect(conversationItem.parse({ ...ITEM, extracted_data }).extractedContact).toBeNull()
  })

  test.each([
    ['id', { id: 7 }],
    ['date', { date: null }],
    ['duration', { duration: '211' }],
    ['tags', { tags: 'meeting_booked' }],
    ['tags.0', { tags: [null] }],
    ['transcript.0.time', { transcript: [{ source: 'USER', time: 'later', text: '' }] }],
    ['contacts.0.id', { contacts: [{ name: 'Grace' }] }],
  ])('cannot be read at %s', (field, change) => {
    const paths = conversationItem.safeParse({ ...ITEM, ...change }).error?.issues.map(issue => issue.path.join('.'))
    expect(paths).toEqual([field])
  })
})

test('a conversation and its last item', () => {
  const wire = { contact_number: '+14155551234', last_activity: '2026-04-21T08:42:00Z', last_item: ITEM }
  const read = conversationSummary.parse(wire)
  expect(read).toMatchObject({ contactNumber: '+14155551234', contacts: [], lastActivity: '2026-04-21T08:42:00.000Z' })
  expect(read.lastItem?.id).toBe('cll-1')
  expect(conversationSummary.parse({ ...wire, last_item: null }).lastItem).toBeNull()
})

test('a sent text never fails for what the answer lacks', () => {
  const nothing = { fromNumber: null, senderId: null, toNumber: null, content: null, sentAt: null }
  expect(sentMessage.parse({})).toEqual(nothing)
  expect(sentMessage.parse({ sender_id: 'ACME', to_number: 7, start_date: '2026-01-15T10:30:00' })).toEqual({
    ...nothing,
    senderId: 'ACME',
    sentAt: '2026-01-15T10:30:00.000Z',
  })
})
