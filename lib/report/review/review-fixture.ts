import { reportOf } from '@/lib/report/outbound-fixture'
import type { ReviewAnswer } from '@/lib/report/review/answer'
import type { ReviewCall, ReviewDocument, ReviewPerson } from '@/lib/report/review/document'

const counts = (dials: number) => ({
  dials,
  connected: Math.floor(dials / 3),
  conversations: Math.floor(dials / 6),
  conversions: 2,
})

/** So many people, each with a name of their own. */
export function peopleOf(count: number): ReviewPerson[] {
  return Array.from({ length: count }, (_, place) => ({
    user: { id: `usr-${place}`, name: `Person ${place + 1}` },
    now: counts(60 + place),
    before: counts(50 + place),
    talkTime: 3600 + place,
    activeDays: 5,
    activeDaysBefore: 4,
  }))
}

/** A call with whatever a test gives it. */
export function callOf(given: Partial<ReviewCall>): ReviewCall {
  return {
    id: 'cll-1',
    reason: 'conversion',
    date: '2026-04-14T08:30:00Z',
    duration: 312,
    result: 'CONNECTED',
    user: { id: 'usr-0', name: 'Person 1' },
    contactNumber: '+33612345678',
    contact: { name: 'Ada Lemoine', company: 'Lemoine & fils' },
    summary: 'Wants a demo.',
    tags: ['meeting_booked'],
    hasRecording: true,
    ...given,
  }
}

/** Week 16 of 2026 beside week 15, in round numbers. */
export function documentOf(given: Partial<ReviewDocument> = {}): ReviewDocument {
  const days = (first: number, scale: number) =>
    Array.from({ length: 7 }, (_, day): [string, number, number, number] => {
      const dials = day > 4 ? 0 : Math.round((240 + 20 * day) * scale)
      return [`2026-04-${String(first + day).padStart(2, '0')}`, dials, Math.floor(dials / 3), day % 2]
    })
  return {
    format: 1,
    subject: { kind: 'week', key: '2026-W16' },
    range: { from: '2026-04-13', to: '2026-04-19' },
    comparedWith: { from: '2026-04-06', to: '2026-04-12' },
    settings: { zone: 'Europe/Paris', minSample: 20, tags: ['meeting_booked'], holidays: [], workdays: [] },
    computedAt: '2026-04-20T03:00:00Z',
    fetchedAt: '2026-04-20T06:00:00Z',
    outbound: reportOf(
      { funnel: [1412, 471, 236, 18], series: days(13, 1), time: [60_000, 181.5, 14], people: [['Inès', 40]] },
      { funnel: [1290, 402, 210, 12], series: days(6, 0.9), time: [55_000, 175, 15], people: [['Inès', 38]] },
    ),
    overview: null,
    people: peopleOf(2),
    moved: null,
    summary: [
      { kind: 'dials', count: 1412, by: 0.0946 },
      { kind: 'conversions', count: 18, change: 'noise', by: 0.5 },
    ],
    calls: [callOf({})],
    outcomes: [],
    ...given,
  }
}

/** That document as a frozen review. */
export function answerOf(document = documentOf()): ReviewAnswer {
  const revision = { number: 1, hash: 'a'.repeat(64), frozenAt: '2026-04-20T06:00:00Z', frozenBy: null }
  return { document, revision, revisions: [revision], closed: true, unfrozen: null }
}
