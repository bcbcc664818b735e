import { describe, expect, it, test } from 'vitest'
import { sumOfPeople } from './goal-sums'
import { goalsChange, goalsSchema } from './goals'
import { readSettings } from './read-settings'
import { initialSettings, type Settings, settingsSchema } from './settings'
import { settingsChange } from './settings-change'
import { sameName, tagSetSchema } from './tag-set-input'

const DEFAULTS = initialSettings({ zone: 'Europe/Paris', weekStart: 'monday', minSample: 20 })

function refusals(settings: unknown): Record<string, string> {
  const parsed = settingsSchema.safeParse(settings)
  return Object.fromEntries((parsed.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]))
}

describe('settingsSchema', () => {
  it('takes what a workspace starts with', () => {
    expect(settingsSchema.parse(DEFAULTS)).toEqual(DEFAULTS)
  })

  it.each<[string, Partial<Record<keyof Settings, unknown>>, Record<string, string>]>([
    ['a zone that does not exist', { zone: 'Europe/Atlantis' }, { zone: 'zone' }],
    ['half a call', { minSample: 2.5 }, { minSample: 'number' }],
    ['no number', { minSample: null }, { minSample: 'number' }],
    ['too short a memory', { auditDays: 29 }, { auditDays: 'number' }],
    [
      'an end before its beginning',
      { businessHours: { ...DEFAULTS.businessHours, monday: [{ from: 600, to: 540 }] } },
      { 'businessHours.monday.0.to': 'order' },
    ],
    [
      'stretches that overlap',
      {
        businessHours: {
          ...DEFAULTS.businessHours,
          friday: [
            { from: 540, to: 720 },
            { from: 719, to: 800 },
          ],
        },
      },
      { 'businessHours.friday.1.from': 'overlap' },
    ],
    [
      'holidays without name or date, and one twice',
      {
        holidays: [
          { date: '2026-12-25', name: ' ' },
          { date: '2026-02-30', name: 'Never' },
          { date: '', name: 'Some day' },
        ],
      },
      { 'holidays.0.name': 'required', 'holidays.1.date': 'date', 'holidays.2.date': 'date' },
    ],
    [
      'a holiday twice',
      {
        holidays: [
          { date: '2026-12-25', name: 'Noël' },
          { date: '2026-12-25', name: 'Christmas' },
        ],
      },
      { 'holidays.1.date': 'taken' },
    ],
  ])('refuses %s, by field', (_, change, fields) => {
    expect(refusals({ ...DEFAULTS, ...change })).toEqual(fields)
  })
})

describe('readSettings', () => {
  it.each<[string, unknown, Partial<Settings>, string[]]>([
    ['an empty document', {}, {}, []],
    ['one of an older version', { zone: 'UTC' }, { zone: 'UTC' }, []],
    ['one of a newer version', { minSample: 5, colour: 'green' }, { minSample: 5 }, []],
    [
      'single broken values',
      { zone: 'Atlantis', minSample: 'many', auditDays: 90 },
      { auditDays: 90 },
      ['zone', 'minSample'],
    ],
    ['hours of half a week', { businessHours: { monday: [] } }, {}, ['businessHours']],
    ['a broken holiday', { holidays: [{ date: 'soon' }] }, {}, ['holidays']],
    ['a name that every object has', { toString: 1, constructor: 2 }, {}, []],
    ['no document at all', null, {}, ['settings']],
    ['a list', [1, 2], {}, []],
    ['a text', 'settings', {}, ['settings']],
  ])('%s', (_, document, expected, unreadable) => {
    expect(readSettings(document, DEFAULTS)).toEqual({ settings: { ...DEFAULTS, ...expected }, unreadable })
  })
})

describe('settingsChange', () => {
  it('is empty when nothing differs', () => {
    expect(settingsChange(DEFAULTS, structuredClone(DEFAULTS))).toEqual({})
  })

  it('tells values before and after, and days by name and date', () => {
    const before = { ...DEFAULTS, holidays: [{ date: '2026-05-01', name: 'May' }] }
    const after: Settings = {
      ...DEFAULTS,
      zone: 'UTC',
      repsSee: 'own',
      businessHours: { ...DEFAULTS.businessHours, friday: [], sunday: [{ from: 0, to: 60 }] },
      holidays: [{ date: '2026-12-25', name: 'Noël' }],
    }
    expect(settingsChange(before, after)).toEqual({
      zone: 'Europe/Paris → UTC',
      repsSee: 'everybody → own',
      businessHours: 'friday, sunday',
      holidays: '−2026-05-01, +2026-12-25',
    })
  })

  it('counts holidays when they are many', () => {
    const holidays = Array.from({ length: 13 }, (_, day) => ({ date: `2026-01-${String(day + 10)}`, name: 'Off' }))
    expect(settingsChange(DEFAULTS, { ...DEFAULTS, holidays })).toEqual({ holidays: '+13, −0' })
  })
})

test.each([
  ['tags are sorted, each once', { name: ' Demos ', tags: ['b', ' a', 'b'] }, { name: 'Demos', tags: ['a', 'b'] }],
  ['no name', { name: ' ', tags: ['a'] }, null],
  ['no tag', { name: 'Demos', tags: [] }, null],
  ['a tag of nothing', { name: 'Demos', tags: [' '] }, null],
  ['a tag that no address carries', { name: 'Demos', tags: ['a\u0000b'] }, null],
  ['a comma in a tag', { name: 'Demos', tags: ['a,b'] }, { name: 'Demos', tags: ['a,b'] }],
  ['too many', { name: 'Demos', tags: Array.from({ length: 21 }, (_, n) => `t${n}`) }, null],
])('tag sets: %s', (_, input, expected) => {
  expect(tagSetSchema.safeParse(input).data ?? null).toEqual(expected)
})

test('names are the same whatever their case and edges', () => {
  expect(sameName('Réunions ', 'RÉUNIONS')).toBe(true)
  expect(sameName('Demos', 'Demo')).toBe(false)
})

describe('goals', () => {
  const goal = (subject: string, perWeek: number) => ({ subject, metric: 'dials' as const, perWeek })

  it.each([
    ['nothing and halves', [goal('team', 0), goal('usr-a', 1.5)], ['0.perWeek number', '1.perWeek number']],
    ['one twice', [goal('usr-a', 3), goal('usr-b', 3), goal('usr-b', 4)], ['2.metric taken']],
    ['a subject that is no id', [goal('usr a', 3)], ['0.subject invalid']],
  ])('refuse %s', (_, goals, expected) => {
    const issues = goalsSchema.safeParse(goals).error?.issues ?? []
    const fields = issues.map(
      ({ path, message }) => `${path.join('.')} ${/^[a-z]+$/.test(message) ? message : 'invalid'}`,
    )
    expect(fields).toEqual(expected)
  })

  it('of people add up without the team', () => {
    expect(sumOfPeople([goal('team', 100), goal('usr-a', 30), goal('usr-b', 12)], 'dials')).toBe(42)
    expect(sumOfPeople([goal('team', 100)], 'connected')).toBe(0)
  })

  it('tell what changed', () => {
    expect(goalsChange([goal('team', 100), goal('usr-a', 30)], [goal('team', 120), goal('usr-b', 5)])).toEqual({
      'team.dials': '100 → 120',
      'usr-a.dials': '30 → –',
      'usr-b.dials': '– → 5',
    })
  })
})
