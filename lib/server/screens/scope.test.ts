import { describe, expect, it } from 'vitest'
import { firstShow, type Show, showSchema } from '@/lib/tv/show'
import { canonicalShow, reportsOf } from './scope'

/** A show as it stands in databases since November 2026. */
const KEPT = {
  lineUps: [
    {
      id: 'always',
      name: 'Always',
      when: null,
      isOff: false,
      pinsFirst: true,
      scenes: [
        { id: 'week', kind: 'scoreboard', view: '?period=this-week', seconds: 30, title: 'The week' },
        { id: 'hello', kind: 'message', text: 'Hello', image: null, seconds: 10, title: null },
      ],
    },
    {
      id: 'night',
      name: 'Night',
      when: { from: 1200, to: 420, days: ['monday'] },
      isOff: true,
      pinsFirst: false,
      scenes: [],
    },
  ],
  language: 'fr',
  theme: 'dark',
  showsContacts: false,
  showsCompanies: true,
  celebrates: true,
  quietHours: { from: 1200, to: 420 },
}

it('understands for good what was kept', () => {
  expect(showSchema.parse(KEPT)).toEqual(KEPT)
})

function withViews(...views: string[]): Show {
  const show = firstShow('en')
  const scenes = views.map((view, at) => ({ id: `s${at}`, kind: 'subject' as const, view, seconds: 20, title: null }))
  return { ...show, lineUps: show.lineUps.map(lineUp => ({ ...lineUp, scenes })) }
}

describe('what a screen may read', () => {
  it.each([
    ['of a message: nothing', showSchema.parse({ ...KEPT, lineUps: [{ ...KEPT.lineUps[1], when: null }] }), []],
    ['of all line-ups', showSchema.parse(KEPT), ['?period=this-week']],
    [
      'the report of a view, not how it is looked at',
      withViews('?heat=dials', '?period=today&heat=dials'),
      ['', '?period=today'],
    ],
    ['a report once', withViews('?period=today', '?heat=dials&period=today'), ['?period=today']],
    ['one of some people, to the letter', withViews('?people=usr-b,usr-a'), ['?people=usr-a,usr-b']],
  ])('is %s', (_name, show, reports) => {
    expect(reportsOf(show)).toEqual(reports)
  })
})

describe('a view of a scene', () => {
  it.each([
    ['', ''],
    ['?', ''],
    ['?period=last-4-weeks', ''],
    ['?compare=year&period=today', '?period=today&compare=year'],
    ['?period=today&stage=dials&person=usr-a', '?period=today'],
    ['?period=nonsense&utm_source=mail', ''],
    ['?people=a&lines=%2B33180000000', '?people=a'],
  ])('%j is kept as %j', (view, kept) => {
    expect(canonicalShow(withViews(view))).toEqual(withViews(kept))
  })

  it.each(['period=today', '/outbound', '/calls', '/../calls?x=1', '#x', ' ?period=today', '//evil.example'])(
    '%j is none',
    view => {
      expect(() => canonicalShow(withViews('', view))).toThrow(
        expect.objectContaining({ code: 'INVALID_INPUT', fields: { 'show.lineUps.0.scenes.1.view': 'invalid' } }),
      )
    },
  )
})
