import { expect, test } from 'vitest'
import { TestSimulator } from './testing'

test('the documented answers instead of the live ones, on request', async () => {
  const sim = await TestSimulator.start({
    quirks: { overOneMinuteKey: 'calls_over_1_min', heatmapRate: 'fraction', heatmapCells: 'full' },
  })
  const date = { from: '2026-04-20', to: '2026-04-21' }
  const { heatmap } = (await sim.outbound({ date })).body.data
  expect([heatmap.dials.length, heatmap.connected.length, heatmap.connection_rate.length]).toEqual([168, 168, 168])
  for (const { value } of heatmap.connection_rate) expect(value).toBeLessThanOrEqual(1)
  const { summary, breakdown } = (await sim.overview({ date })).body.data
  for (const figures of [summary, breakdown[0]]) {
    expect(figures).toHaveProperty('calls_over_1_min')
    expect(figures).not.toHaveProperty('calls_over1_min')
  }
  await sim.stop()
})

test('people: twelve, one of them blocked, and a sender without a number', async () => {
  const sim = await TestSimulator.start({ scale: 0 })
  const people = (query: string) => sim.ask('GET', `/v2/api/users${query}`).then(answer => answer.body.data)
  expect([(await people('')).length, (await people('?status=BLOCKED')).length]).toEqual([11, 1])
  const numbers = (await sim.ask('GET', '/v2/api/numbers')).body.data
  expect(numbers.map((line: { type: string; number: string | null }) => [line.type, line.number === null])).toEqual([
    ['NUMBER', false],
    ['NUMBER', false],
    ['NUMBER', false],
    ['NUMBER', false],
    ['SENDER_ID', true],
  ])
  await sim.stop()
})
