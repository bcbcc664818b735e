import { afterEach, expect, test } from 'vitest'
import { longItem, longRecording } from './long-call'
import { type Simulator, startSimulator } from './server'

let running: Simulator | null = null
afterEach(() => running?.stop())

test('two hours of talk are 2,000 turns in order, and their recording is as long', async () => {
  running = await startSimulator({ long: true, scale: 0 })
  const item = longItem(running.workspace, 'cll-long-120', true, running.url)
  expect(item).toMatchObject({ id: 'cll-long-120', type: 'CALL', duration: 7200 })
  const times = (item?.transcript ?? []).map(line => Date.parse(line.time))
  expect(times).toHaveLength(2000)
  expect(times).toEqual(times.toSorted((one, other) => one - other))
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeLessThan(7_200_000)
  expect(longItem(running.workspace, 'cll-long-120', false, running.url)?.transcript).toBeNull()
  expect(longRecording(running.workspace, 'cll-long-60')).toEqual({ seconds: 3600, shift: 0 })
  for (const id of ['cll-long-0', 'cll-long-601', 'cll-long-', 'cll-long-1e2', 'xcll-long-60']) {
    expect(longItem(running.workspace, id, false, running.url)).toBeNull()
  }
})

test('they are in no simulator that was not asked for them', async () => {
  running = await startSimulator({ scale: 0 })
  expect(longItem(running.workspace, 'cll-long-120', true, running.url)).toBeNull()
  expect(longRecording(running.workspace, 'cll-long-120')).toBeNull()
})
