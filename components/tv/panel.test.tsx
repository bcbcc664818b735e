import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { Measure } from '@/lib/tv/boards'
import { Celebration, Ticker } from './celebration'
import { measureLines } from './measure-words'
import { PanelView } from './panel'
import { datesOf, subtitleOf, titleOf } from './titles'
import {
  answer,
  DAY,
  goal,
  leaders,
  MOVED,
  measures,
  NOISE,
  NOW,
  PICKUP,
  scene,
  THIS_WEEK,
  wallIn,
} from './wall-fixture'

const english = wallIn('en')
const french = wallIn('fr')

/** What a panel says, its parts set off by bars, without its marks. */
function said(html: string): string {
  return html
    .replace(/<[^>]+>/g, '|')
    .replace(/\|+/g, '|')
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&#x27;', "'")
}

const panel = (given: Parameters<typeof PanelView>[0]) => renderToStaticMarkup(<PanelView {...given} />)
const shown = (board: Parameters<typeof answer>[0], given: Parameters<typeof answer>[1] = {}, wall = english) =>
  panel({ answer: answer(board, given), scene: scene(board?.kind ?? 'scoreboard'), wall })

describe('a scoreboard', () => {
  const html = shown({ kind: 'scoreboard', measures: measures(), leaders: leaders(3) })

  test('tells the numbers of the design, with the words of their steps', () => {
    expect(said(html)).toContain('|Outbound this week|Mon, Apr 20 to now, vs same days last week, to the same time|')
    expect(said(html)).toContain('|Dials|1,284|▲\u00a096|Connected|34.1% of dials|438|▲\u00a041|')
    expect(said(html)).toContain('|Conversations|37.4% of connected|164|▼\u00a07|')
    // 32 against 30 is chance.
    expect(said(html)).toContain('|Conversions|19.5% of conversations|32|≈|')
  })

  test('fills each card to its share of the dials', () => {
    expect([...html.matchAll(/class="fill" style="width:([\d.]+)%"/g)].map(([, width]) => Number(width))).toEqual([
      100, 34.11, 12.77, 2.49,
    ])
  })

  test('is French in French', () => {
    const words = said(shown({ kind: 'scoreboard', measures: measures(), leaders: leaders(3) }, {}, french))
    expect(words).toContain('|Sortants cette semaine|')
    expect(words).toContain('|1\u202f284|')
    expect(words).toContain('|34,1\u00a0% des appels|')
  })

  test('has no place for a goal where there is none', () => {
    expect(html).not.toContain('goal')
  })

  test('holds nothing that can be operated, and no handler', () => {
    expect(html).not.toMatch(
      /<(?:a|button|input|select|textarea|form|audio|video|iframe)\b|tabindex|contenteditable| on\w+=/i,
    )
  })
})

test('a rate over 100 % stands as it is, with a note', () => {
  const lines = (k: number, wall = english) => {
    const step = { k, n: 4, value: k / 4 }
    return measureLines({ metric: 'conversions', value: k, step, before: null, change: null, goal: null }, wall)
  }
  expect(lines(5)).toEqual([{ name: 'rate', text: '125.0% of conversations, incl. shorter calls' }])
  expect(lines(5, french)[0]?.text).toBe('125,0\u00a0% des conversations, appels courts compris')
  expect(lines(4)).toEqual([{ name: 'rate', text: '100.0% of conversations' }])
})

describe('a difference', () => {
  const dials = (given: Partial<Measure>): Measure => ({
    metric: 'dials',
    value: 120,
    step: null,
    before: 100,
    change: MOVED,
    goal: null,
    ...given,
  })
  test.each<[string, Partial<Measure>, string]>([
    ['up', {}, '▲\u00a020'],
    ['down', { value: 80 }, '▼\u00a020'],
    ['within chance', { change: NOISE }, '≈'],
    ['equal', { value: 100, change: { kind: 'equal' } }, '≈'],
    ['from nothing', { before: 0, change: { kind: 'new' } }, '▲\u00a0120'],
    ['too few calls', { change: { kind: 'too-few', have: 3, need: 20 } }, ''],
    ['withheld', { change: { kind: 'withheld' } }, ''],
    ['not comparable', { before: null, change: null }, ''],
  ])('%s', (_, given, expected) => {
    const html = shown({ kind: 'subject', names: [], measures: [dials(given)] })
    const found = /<span class="diff[^"]*">(.*?)<\/span>/.exec(html)?.[1]
    expect(found?.replaceAll('&nbsp;', '\u00a0')).toBe(expected)
  })
})

describe('a goal', () => {
  const lines = (given: Parameters<typeof goal>[0], wall = english) =>
    measureLines({ metric: 'dials', value: 1, step: null, before: null, change: null, goal: goal(given) }, wall).map(
      ({ text }) => text,
    )
  test.each<[string, Parameters<typeof goal>[0], string[]]>([
    ['on pace', {}, ['goal 1,600, on pace']],
    ['ahead', { pace: 'ahead', neededPerDay: 3 }, ['goal 1,600, ahead']],
    ['reached', { pace: 'reached', projected: { low: 1700, high: 1800 } }, ['goal 1,600 reached']],
    ['without a pace', { pace: null, neededPerDay: 9 }, ['goal 1,600', 'needs 9 more a day']],
    [
      'behind',
      { pace: 'behind', neededPerDay: 7, projected: { low: 1200, high: 1310 } },
      ['goal 1,600, behind', 'needs 7 more a day, heading for 1,200 to 1,310'],
    ],
    ['certain', { projected: { low: 1600, high: 1600 } }, ['goal 1,600, on pace', 'heading for 1,600']],
    ['out of days', { pace: 'behind', neededPerDay: null }, ['goal 1,600, behind']],
  ])('%s', (_, given, expected) => {
    expect(lines(given)).toEqual(expected)
  })

  test('in French', () => {
    expect(lines({ pace: 'behind', neededPerDay: 7 }, french)).toEqual([
      'objectif 1\u202f600, en retard',
      'encore 7 par jour',
    ])
  })
})

describe('the title and the dates', () => {
  const period = (given: Partial<NonNullable<typeof THIS_WEEK>>) => {
    if (!THIS_WEEK) throw new Error('the week of the tests')
    return { ...THIS_WEEK, ...given }
  }
  test.each([
    [period({}), 'Mon, Apr 20 to now, vs same days last week, to the same time'],
    [
      period({
        range: { from: '2026-04-23', to: '2026-04-23' },
        comparedWith: { from: '2026-04-16', to: '2026-04-16' },
      }),
      'Thu, Apr 23, vs Thursday last week, to the same time',
    ],
    [
      period({
        range: { from: '2026-04-01', to: '2026-04-30' },
        comparedWith: { from: '2026-03-01', to: '2026-03-31' },
      }),
      'Wed, Apr 1 to now, vs same days last month, to the same time',
    ],
    [
      period({
        range: { from: '2026-04-23', to: '2026-04-23' },
        comparedWith: { from: '2026-04-22', to: '2026-04-22' },
      }),
      'Thu, Apr 23, vs Wed, Apr 22, to the same time',
    ],
    [
      period({
        running: false,
        range: { from: '2026-04-13', to: '2026-04-19' },
        comparedWith: { from: '2026-04-06', to: '2026-04-12' },
      }),
      'Apr 13 – Apr 19, vs Apr 6 – Apr 12',
    ],
    [period({ comparedWith: null }), 'Mon, Apr 20 to now'],
  ])('%o', (given, expected) => {
    expect(datesOf(given, english)).toBe(expected)
  })

  test('a title that somebody gave stands as it is', () => {
    const board = answer({ kind: 'leaderboard', leaders: leaders(1) })
    expect(titleOf(board, scene('leaderboard', 'Race to 500'), english)).toBe('Race to 500')
    expect(titleOf(board, scene('leaderboard'), english)).toBe('Most connected this week')
    expect(titleOf(answer({ kind: 'subject', names: ['Inès Caron'], measures: [] }), scene('subject'), english)).toBe(
      'Inès Caron, this week',
    )
    expect(titleOf({ ...board, period: null }, scene('scoreboard'), english)).toBe('Outbound')
  })

  test('numbers that are old because Allo is silent say so, with their time', () => {
    const old = { failure: { code: 'ALLO_TIMEOUT' }, fetchedAt: '2026-04-23T12:02:00Z' }
    expect(subtitleOf(answer(PICKUP, old), english)).toEqual({
      text: 'Allo does not answer: numbers of 14:02',
      old: true,
    })
    const older = { failure: { code: 'ALLO_KEY_REVOKED' }, fetchedAt: '2026-04-21T12:02:00Z' }
    expect(subtitleOf(answer(PICKUP, older), english).text).toBe('Allo refuses our key: numbers of Apr 21, 14:02')
  })
})

describe('in place of numbers', () => {
  const nobody = { kind: 'leaderboard' as const, leaders: leaders(0) }
  test.each([
    ['no call yet', nobody, {}, 'No calls yet'],
    [
      'no call in a period that is over',
      nobody,
      { period: THIS_WEEK && { ...THIS_WEEK, running: false } },
      'No calls in this period',
    ],
    ['nothing asked yet', null, {}, 'The first numbers are on their way'],
    ['Allo silent', null, { failure: { code: 'ALLO_UNREACHABLE' } }, 'Allo does not answer'],
    ['the key refused', null, { failure: { code: 'ALLO_KEY_INVALID' } }, 'Allo refuses our key'],
    ['a view out of scope', null, { failure: { code: 'FORBIDDEN' } }, 'This screen may not show this view'],
    ['a mistake of ours', null, { failure: { code: 'INTERNAL' } }, 'This scene cannot be shown'],
    ['our database away', null, { failure: { code: 'STORAGE_DOWN' } }, 'This scene cannot be shown'],
  ])('%s', (_, board, given, expected) => {
    expect(said(shown(board, { fetchedAt: null, ...given }))).toContain(`|${expected}|`)
  })
})

describe('people', () => {
  test('who does not fit is counted, on either way to hang a screen', () => {
    const html = shown({ kind: 'scoreboard', measures: measures(), leaders: { ...leaders(60), unattributed: 4 } })
    // 50 fit beside the stages: the last ten have 10 + 9 + … + 1 calls. 8 fit under them: 52 + 51 + … + 1.
    expect(html).toContain('<p class="rest wide-only">and 10 more, 55, 4 calls without a person</p>')
    expect(html).toContain('<p class="rest tall-only">and 52 more, 1,378, 4 calls without a person</p>')
  })

  test('calls of nobody are told, also where everybody fits and where nobody else has any', () => {
    const of = (count: number, unattributed: number, wall = english) =>
      said(shown({ kind: 'scoreboard', measures: measures(), leaders: { ...leaders(count), unattributed } }, {}, wall))
    expect(of(3, 4)).toContain('|4 calls without a person|')
    expect(of(3, 1)).toContain('|1 call without a person|')
    expect(of(3, 1, french)).toContain('|1 non attribué|')
    expect(of(3, 1234, french)).toContain('|1\u202f234 non attribués|')
    expect(of(3, 0)).not.toContain('without a person')
    expect(of(0, 4)).toContain('|4 calls without a person|')
    expect(of(0, 4)).not.toContain('Nobody was reached')
    expect(of(0, 0)).toContain('|Nobody was reached yet|')
  })

  test('what others wrote is text', () => {
    const [row] = leaders(1).rows
    const rows = row ? [{ ...row, name: '<img src=x onerror=alert(1)>' }] : []
    const html = shown({ kind: 'leaderboard', leaders: { rows, unattributed: 0 } })
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
  })
})

test('when people pick up names the best hour and the current one', () => {
  const html = shown(PICKUP)
  expect(said(html)).toContain('|Best hour: Tuesday 10:00, 44% of 100 dials|')
  // Thursday 14:00 is day 3, column 6: 18 + (21 + 30) mod 24 = 21.
  expect(said(html)).toContain('|Now: Thursday 14:00, 21% pick up|')
  expect(html.match(/class="cell[^"]* best[^"]*"/g)).toHaveLength(1)
  expect(html.match(/class="cell[^"]* now"/g)).toHaveLength(1)
  expect(html.match(/class="cell faint"/g)).toHaveLength(12)
  expect(html.match(/class="cell none"/g)).toHaveLength(12)
})

test('a day puts its hours beside those of the same weekday', () => {
  const html = shown(DAY)
  expect(said(html)).toContain('|Dials today|Thursday last week|')
  // One scale for both: the highest of all fills its room.
  const heights = [...html.matchAll(/height:([\d.]+)%/g)].map(([, height]) => Number(height))
  expect(Math.max(...heights)).toBe(100)
  expect(heights).toHaveLength(24)
})

describe('the hour that a day has reached', () => {
  /** Thursday's board with every hour known, as it is drawn at an instant in Paris. */
  const drawn = (instant: string, today = '2026-04-23') => {
    const hours = DAY.kind === 'day' ? DAY.hours.map(each => ({ ...each, now: 20 })) : []
    return shown({ ...DAY, hours }, {}, { ...english, now: new Date(instant), today })
  }
  const marked = (html: string) =>
    [...html.matchAll(/class="pair now[^"]*">.*?<span>(\d+)<\/span>/g)].map(([, at]) => at)

  test('is the one of the clock', () => {
    expect(marked(drawn('2026-04-23T12:32:00Z'))).toEqual(['14'])
    expect(marked(drawn('2026-04-23T17:00:00Z'))).toEqual(['19'])
    // The chart ends at 19.
    expect(marked(drawn('2026-04-23T18:00:00Z'))).toEqual([])
  })

  test('is none of a day that is over, which is no today either', () => {
    const html = drawn('2026-04-24T06:32:00Z', '2026-04-24')
    expect(marked(html)).toEqual([])
    expect(said(html)).toContain('|Apr 23|Apr 16|')
    expect(said(html)).not.toContain('today')
  })
})

describe('a conversion', () => {
  const made = { person: 'Inès Caron', company: 'Acme Corp', contact: null, at: '2026-04-23T12:30:00Z' }
  const { words, zone } = english

  test('is a moment: who, and with whom', () => {
    const html = (given: Partial<typeof made> | { contact: string }) =>
      said(renderToStaticMarkup(<Celebration conversion={{ ...made, ...given }} words={words} />))
    expect(html({})).toBe('|Inès Caron|A new conversion with Acme Corp|')
    expect(html({ contact: 'Jo Park' })).toBe('|Inès Caron|A new conversion with Jo Park, Acme Corp|')
    expect(
      said(renderToStaticMarkup(<Celebration conversion={{ ...made, person: null, company: null }} words={words} />)),
    ).toBe('|The team|A new conversion|')
  })

  test('then a line of the footer, with its time', () => {
    const html = renderToStaticMarkup(<Ticker conversion={made} zone={zone} words={words} />)
    expect(html).toBe('<em>Inès Caron: a new conversion</em> with Acme Corp, 14:30')
  })
})

test('the week of the tests is the one in which they look', () => {
  expect(NOW.toISOString().slice(0, 10)).toBe(english.today)
})
