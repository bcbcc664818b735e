import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ConversationItem } from '@/lib/allo/schemas'
import { readView } from '@/lib/report/search'
import { KEYS } from '@/lib/simulator/keys'
import { type Simulator, startSimulator } from '@/lib/simulator/server'
import { toCallAnswer, toCallRow } from './call-view'
import { getCall, getCallDetails, openRecording } from './calls'
import { getDirectory } from './directory'
import { getDrilldown } from './drilldowns'
import { ADMIN, setTestEnv } from './test-kit'

let simulator: Simulator
let connected: string
let silent: string

async function firstCall(search: string, fits: (row: { stage: string }) => boolean): Promise<string> {
  const { rows } = await getDrilldown(ADMIN, readView(new URLSearchParams(search)).view)
  return rows.find(fits)?.id ?? ''
}

beforeAll(async () => {
  simulator = await startSimulator({ scale: 0.2 })
  setTestEnv({ ALLO_BASE_URL: simulator.url })
  connected = await firstCall('stage=conversations', () => true)
  silent = await firstCall('stage=dials', row => row.stage === 'dials')
})
afterAll(() => simulator.stop())

describe('calls', () => {
  it('opens a call with its transcript, timed from the start of the call', async () => {
    const call = await getCall(ADMIN, connected)
    expect(call).toMatchObject({ id: connected, direction: 'outbound', hasRecording: true })
    const times = call.transcript?.map(line => line.at) ?? []
    expect(times.length).toBeGreaterThan(2)
    expect(Math.min(...times)).toBeGreaterThanOrEqual(0)
    expect(times).toEqual([...times].sort((a, b) => a - b))
    expect(new Set(call.transcript?.map(line => line.speaker))).toEqual(new Set(['us', 'them']))
    expect(JSON.stringify(call)).not.toContain('/recording')
  })

  it('answers NOT_FOUND for a call that does not exist', async () => {
    await expect(getCall(ADMIN, 'cll-doesnotexist')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('leaves out the calls of a batch that Allo does not know, and refuses more than it takes', async () => {
    const details = await getCallDetails(ADMIN, [connected, 'cll-doesnotexist'])
    expect(details.map(one => one.id)).toEqual([connected])
    expect(await getCallDetails(ADMIN, [])).toEqual([])
    const many = Array.from({ length: 101 }, (_, n) => `cll-${n}`)
    await expect(getCallDetails(ADMIN, many)).rejects.toMatchObject({ code: 'INVALID_PARAMETER', field: 'ids' })
  })

  it('never lets a clock that runs behind make a transcript line negative', () => {
    const item: ConversationItem = {
      id: 'cll-1',
      type: 'CALL',
      direction: 'OUTBOUND',
      alloNumber: null,
      contactNumber: 'anonymous',
      contacts: [],
      user: null,
      date: '2026-04-22T10:00:10Z',
      duration: 60,
      result: 'ANSWERED',
      recordingUrl: null,
      summary: null,
      tags: [],
      content: null,
      status: null,
      messageType: null,
      extractedContact: null,
      transcript: [
        { source: 'EXTERNAL', time: '2026-04-22T10:00:15.600Z', text: 'b' },
        { source: 'USER', time: '2026-04-22T10:00:08Z', text: 'a' },
      ],
    }
    expect(toCallAnswer(item).transcript).toEqual([
      { speaker: 'us', at: 0, text: 'a' },
      { speaker: 'them', at: 6, text: 'b' },
    ])
  })

  it('takes a stage that Allo may add one day for the one asked for', () => {
    const item = {
      id: 'cll-1',
      user: null,
      alloNumber: '+33123456789',
      alloNumberLabel: null,
      contactNumber: 'anonymous',
      stage: 'DEMO_HELD',
      voicemail: false,
      duration: 3,
      date: '2026-04-22T10:00:10Z',
    }
    expect(toCallRow(item, 'connected').stage).toBe('connected')
    expect(toCallRow({ ...item, stage: 'CONVERSION' }, 'connected').stage).toBe('conversions')
  })
})

describe('recordings', () => {
  it('stream in whole and in part, with the headers of playing and none other', async () => {
    const whole = await openRecording(ADMIN, connected, null)
    expect([whole.status, whole.headers.get('content-type')?.split('/')[0]]).toEqual([200, 'audio'])
    const bytes = new Uint8Array(await whole.arrayBuffer())
    expect(bytes.byteLength).toBe(Number(whole.headers.get('content-length')))
    const part = await openRecording(ADMIN, connected, 'bytes=10-19')
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 10-19/${bytes.byteLength}`])
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(bytes.slice(10, 20))
    const allowed = [
      'accept-ranges',
      'cache-control',
      'content-length',
      'content-range',
      'content-type',
      'etag',
      'last-modified',
      'vary',
    ]
    for (const name of part.headers.keys()) expect(allowed).toContain(name)
    expect(part.headers.get('cache-control')).toMatch(/^private/)
    expect(part.headers.get('vary')).toBe('Cookie')
  })

  it('pass on that a range lies past the end', async () => {
    const past = await openRecording(ADMIN, connected, 'bytes=999999999-')
    expect([past.status, await past.text()]).toEqual([416, ''])
  })

  it('are missing for a call that nobody answered', async () => {
    await expect(openRecording(ADMIN, silent, null)).rejects.toMatchObject({
      code: 'RECORDING_UNAVAILABLE',
      status: 404,
    })
  })

  it('are refused when what comes is no audio', async () => {
    simulator.faults.add([
      { match: { operation: 'recording' }, kind: 'html', status: 200, milliseconds: 0, retryAfterSeconds: 1, times: 1 },
    ])
    await expect(openRecording(ADMIN, connected, null)).rejects.toMatchObject({ name: 'CallboardError' })
  })
})

describe('the directory', () => {
  it('holds people with the blocked ones marked, lines without sender ids, and tags', async () => {
    const directory = await getDirectory(ADMIN)
    expect(directory.people).toHaveLength(12)
    expect(directory.people.filter(person => person.blocked)).toHaveLength(1)
    expect(directory.lines).toHaveLength(4)
    expect(directory.lines.every(line => line.number.startsWith('+'))).toBe(true)
    expect(directory.tags.map(tag => tag.key)).toContain('meeting_booked')
    expect(directory).toMatchObject({ missingScopes: [], team: expect.any(String) })
  })

  it('names the scopes that the key lacks, and shows the rest', async () => {
    const poor = KEYS.find(key => key.scopes.length === 1 && key.scopes[0] === 'CONVERSATIONS_READ')
    setTestEnv({ ALLO_BASE_URL: simulator.url, ALLO_API_KEY: poor?.key ?? '' })
    const directory = await getDirectory(ADMIN)
    expect(directory).toMatchObject({ people: [], lines: [], tags: [] })
    expect(directory.missingScopes).toEqual(['PHONE_NUMBERS_READ', 'TAGS_READ', 'USERS_READ'])
    expect(directory.team).toEqual(expect.any(String))
  })
})
