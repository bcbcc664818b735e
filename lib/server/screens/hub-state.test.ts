import { beforeEach, expect, it } from 'vitest'
import type { ScreenRow } from '@/lib/server/db/screens'
import { setTestEnv } from '@/lib/server/test-kit'
import { firstShow } from '@/lib/tv/show'
import { attach, hub, leave } from './hub-state'
import type { Listener } from './hub-view'

function screen(id: string, celebrates: boolean): ScreenRow {
  return {
    id,
    name: id,
    place: '',
    show: { ...firstShow('en'), celebrates },
    hasSound: false,
    createdAt: new Date(),
    seenAt: null,
    reported: null,
    reloadAt: null,
    blinkAt: null,
    reports: [],
  }
}

const listener = (id: string, celebrates = true): Listener => ({
  screen: screen(id, celebrates),
  line: { send: () => {}, end: () => {} },
  revision: null,
  row: null,
})

/** Screens, what they show, and what of that has conversions looked for. */
const held = () => [hub().listeners.size, hub().views.size, hub().watching.size]

beforeEach(() => setTestEnv())

it('makes what two screens show alike once, for as long as one of them listens, and keeps nothing after the last', () => {
  const [one, other, quiet] = [listener('one'), listener('other'), listener('quiet', false)]
  attach(one)
  attach(other)
  expect(held()).toEqual([2, 1, 1])
  let ended = 0
  for (const [view, end] of hub().watching) {
    hub().watching.set(view, () => {
      ended += 1
      end()
    })
  }
  attach(quiet)
  expect(held()).toEqual([3, 2, 1])
  leave(one)
  expect([held(), ended]).toEqual([[2, 2, 1], 0])
  leave(other)
  // Else Allo would be asked for conversions for ever, with nobody there to see them.
  expect([held(), ended]).toEqual([[1, 1, 0], 1])
  leave(quiet)
  expect(held()).toEqual([0, 0, 0])
  // As when a stream ends twice.
  leave(quiet)
  expect(held()).toEqual([0, 0, 0])
})
