import { expect, test } from 'vitest'
import { canonicalView, readChoice, type ViewChoice, writeChoice } from './screens-views'

const LINE = '+33186652017'

test.each<[string, ViewChoice | null]>([
  ['', { period: 'last-4-weeks', whose: 'team' }],
  ['?period=last-4-weeks', { period: 'last-4-weeks', whose: 'team' }],
  ['?period=this-week', { period: 'this-week', whose: 'team' }],
  ['?period=today&people=usr-7', { period: 'today', whose: 'person:usr-7' }],
  ['?period=this-month&lines=%2B33186652017', { period: 'this-month', whose: `line:${LINE}` }],
  ['?people=usr-1,usr-2', null],
  ['?period=2026-01-05..2026-01-11', null],
  ['?period=this-week&compare=year', null],
  ['?period=this-week&tags=meeting-booked', null],
])('the lists behind %s', (search, choice) => {
  expect(readChoice(search)).toEqual(choice)
})

test.each<[ViewChoice, string]>([
  [{ period: 'last-4-weeks', whose: 'team' }, ''],
  [{ period: 'this-week', whose: 'team' }, '?period=this-week'],
  [{ period: 'today', whose: 'person:usr-7' }, '?period=today&people=usr-7'],
])('writes %j', (choice, search) => {
  expect(writeChoice(choice)).toBe(search)
  expect(readChoice(writeChoice(choice))).toEqual(choice)
})

test('a line survives being written', () => {
  expect(readChoice(writeChoice({ period: 'today', whose: `line:${LINE}` }))).toEqual({
    period: 'today',
    whose: `line:${LINE}`,
  })
})

test('an open list of calls and nonsense are not kept', () => {
  expect(canonicalView('?stage=connected&period=this-week&nonsense=1')).toBe('?period=this-week')
})
