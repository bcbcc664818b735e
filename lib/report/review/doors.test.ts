import { expect, it } from 'vitest'
import { behindHref } from './doors'
import { documentOf } from './review-fixture'

const range = { from: '2026-04-13', to: '2026-04-19' }
const comparedWith = { from: '2026-04-06', to: '2026-04-12' }
const week = documentOf({ range, comparedWith })
const own = { ...week, of: { people: ['usr-1', 'usr-2'], lines: [] } }
const params = (href: string) => Object.fromEntries(new URL(href, 'https://callboard.invalid').searchParams)

it('leads to the same days, tags and comparison, and to the ones before', () => {
  const tags = week.settings.tags.join(',')
  expect(params(behindHref(week, { stage: 'dials' }))).toEqual({
    period: '2026-04-13..2026-04-19',
    compare: '2026-04-06..2026-04-12',
    tags,
    stage: 'dials',
  })
  expect(params(behindHref(week, { stage: 'conversions' }, { before: true, person: 'usr-9' }))).toEqual({
    period: '2026-04-06..2026-04-12',
    compare: 'none',
    people: 'usr-9',
    tags,
    stage: 'conversions',
  })
})

it('of a report of some people, or of some lines, leads to theirs, and of those to one person’s', () => {
  expect(params(behindHref(own, { stage: 'dials' })).people).toBe('usr-1,usr-2')
  expect(params(behindHref(own, { stage: 'dials' }, { person: 'usr-2' })).people).toBe('usr-2')
  const lines = { ...week, of: { people: [], lines: ['+33100000001'] } }
  expect(params(behindHref(lines, { stage: 'dials' })).lines).toBe('+33100000001')
})
