import { expect, it } from 'vitest'
import { jumpWatch, serverClock } from './server-clock'

it('counts on from what the server said, whatever the device believes', () => {
  let passed = 500
  const clock = serverClock(1_000_000, () => passed)
  expect(clock.now()).toBe(1_000_000)
  passed += 2500
  expect(clock.now()).toBe(1_002_500)
  clock.set(5_000_000)
  passed += 1
  expect(clock.now()).toBe(5_000_001)
  clock.skip(3_600_000)
  expect(clock.now()).toBe(8_600_001)
  clock.set(6_000_000)
  expect(clock.now()).toBe(6_000_000)
})

it('tells a clock that was set, and a machine that slept, once', () => {
  let wall = 1_776_758_400_000
  let passed = 0
  const jumped = jumpWatch(
    () => wall,
    () => passed,
  )
  const pass = (ms: number) => {
    wall += ms
    passed += ms
  }
  pass(1000)
  expect(jumped()).toBe(0)
  // Clocks drift, and are put right by a little.
  wall += 4000
  expect(jumped()).toBe(0)
  wall += 3_600_000
  expect(jumped()).toBe(3_600_000)
  pass(1000)
  expect(jumped()).toBe(0)
  wall -= 86_400_000
  expect(jumped()).toBe(-86_400_000)
})
