import { expect, test } from 'vitest'
import { firstShow, showSchema } from '@/lib/tv/show'
import { tidyCode } from './screens-code'
import { freshId, fromTemplate, moved, newScene, TEMPLATES, withKind } from './screens-line-ups'

test.each([
  [[], 'scene-1'],
  [['scene-1', 'scene-2'], 'scene-3'],
  [['scene-2', 'week'], 'scene-1'],
])('an id beside %j', (taken, id) => {
  expect(
    freshId(
      'scene',
      taken.map(each => ({ id: each })),
    ),
  ).toBe(id)
})

test.each([
  [0, 1, 'bac'],
  [2, -1, 'acb'],
  [0, -1, 'abc'],
  [2, 1, 'abc'],
  [7, -1, 'abc'],
] as const)('moves the entry at %i by %i', (from, by, order) => {
  expect(moved([...'abc'], from, by).join('')).toBe(order)
})

test.each(TEMPLATES)('the line-up %s can be kept as it is', template => {
  const show = firstShow('en')
  const lineUp = fromTemplate(template, 'line-up-1', 'New')
  expect(showSchema.safeParse({ ...show, lineUps: [lineUp, ...show.lineUps] }).success).toBe(true)
})

test('a scene keeps its time, its title and its view when its kind changes', () => {
  const scene = { ...newScene('a', 'scoreboard', '?people=usr-7'), seconds: 45, title: 'Ours' }
  expect(withKind(scene, 'leaderboard')).toEqual({
    id: 'a',
    kind: 'leaderboard',
    view: '?people=usr-7',
    seconds: 45,
    title: 'Ours',
  })
  const message = withKind(scene, 'message')
  expect(message).toEqual({ id: 'a', kind: 'message', text: '', image: null, seconds: 45, title: 'Ours' })
  expect(withKind(message, 'pickup')).toEqual({ id: 'a', kind: 'pickup', view: '', seconds: 45, title: 'Ours' })
  expect(withKind(scene, 'day')).toMatchObject({ view: '?period=today' })
  expect(withKind(scene, 'scoreboard')).toBe(scene)
})

test.each([
  ['abc234', 'ABC234'],
  [' abc 234 ', 'ABC234'],
  ['ab-c2–34', 'ABC234'],
])('the code %j', (typed, code) => {
  expect(tidyCode(typed)).toBe(code)
})
