import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SECTIONS } from '@/lib/report/review/document'
import { query } from '@/lib/server/db/database'
import { putReviewCallRow } from '@/lib/server/db/review-calls'
import { tokens } from '@/lib/server/db/schema'
import { getReport } from '@/lib/server/reports'
import { at, NOW, person, WEEK, withReviews } from '@/lib/server/reviews/review-kit'
import { VIEW_SECTIONS } from '@/lib/settings/share-link'
import { startSimulator } from '@/lib/simulator/server'
import type { NewShare } from './input'
import { openShare } from './open'
import { cookies, keepRevision, share, VIEW } from './share-kit'
import { getShown } from './shown'
import { viewOf } from './subject'

const { asked } = withReviews(() => startSimulator({ now: NOW, scale: 0.1, enforceLimits: false }))

/** What is never to be met, or only where it was allowed. */
const SECRET = {
  name: 'Ada Quillfeather',
  company: 'Quillfeather Freight',
  number: '+33698765432',
  summary: 'They talked about the lease.',
  id: 'cll-very-own-id',
  dropped: 'Boris Unwanted',
}
const contact = { name: SECRET.name, company: SECRET.company }

beforeAll(() => at(NOW))
beforeEach(async () => {
  await query(db => db.delete(tokens))
  await keepRevision(WEEK, 1, [
    { id: SECRET.id, contact, contactNumber: SECRET.number, summary: SECRET.summary },
    { id: 'cll-dropped', contact: { name: SECRET.dropped, company: null } },
  ])
  const choice = { reviewKey: WEEK, facts: null, moments: [], position: 0, version: 1 }
  const by = { changedByName: 'Maya', changedAt: new Date() }
  await query(db => putReviewCallRow(db, { ...choice, ...by, callId: 'cll-dropped', state: 'dropped' }))
})

async function shown(given: Partial<NewShare>) {
  const { secret } = await share(given)
  const opened = await openShare(secret, cookies(), '198.51.100.1')
  if (!opened?.access) throw new Error('the link opened nothing')
  return getShown(opened.share, opened.access, {})
}

/** Which of the secrets something holds, in any of its parts. */
const met = (what: unknown) =>
  Object.entries(SECRET).flatMap(([name, text]) => (JSON.stringify(what).includes(text) ? [name] : []))

const review = { kind: 'review', key: WEEK, revision: 1 } as const
const view = { kind: 'view', address: VIEW } as const

describe('a shared review', () => {
  it('asks nothing of Allo, and holds of its calls that there were some', async () => {
    const before = asked()
    const what = await shown({ subject: review, sections: [...SECTIONS] })
    expect(asked()).toBe(before)
    expect(met(what)).toEqual([])
    expect(what).toMatchObject({ answer: { document: { calls: [{ contact: null, contactNumber: null }] } } })
  })

  it.each([
    [{ showsNames: true, showsNumbers: false }, ['name', 'company', 'summary']],
    [{ showsNames: false, showsNumbers: true }, ['number']],
    [{ showsNames: true, showsNumbers: true }, ['name', 'company', 'number', 'summary']],
  ])('with %o shows that and no more; a dropped call and ids never', async (mask, expected) => {
    expect(met(await shown({ subject: review, sections: ['calls'], ...mask }))).toEqual(expected)
    expect(met(await shown({ subject: review, sections: ['funnel', 'people'], ...mask }))).toEqual([])
  })
})

describe('a shared view', () => {
  const figures = async (sections: NewShare['sections']) => {
    const what = await shown({ subject: view, sections })
    if (what.kind !== 'view') throw new Error('no view')
    const { funnel, series, timeSpent, heatmap, leaderboard } = what.answer.report
    return {
      funnel: funnel.stages,
      series: series.buckets,
      talk: timeSpent.totalConversation.now,
      pickup: heatmap.rows,
      people: leaderboard.rows,
    }
  }

  it.each(VIEW_SECTIONS)('holds of the report its %s and nothing else', async section => {
    const { report } = await getReport(person('manager'), 'outbound', viewOf(VIEW).report)
    const whole = {
      funnel: report.funnel.stages,
      series: report.series.buckets,
      talk: report.timeSpent.totalConversation.now,
      pickup: report.heatmap.rows,
      people: report.leaderboard.rows,
    }
    for (const part of [whole.funnel, whole.series, whole.pickup, whole.people]) expect(part.length).toBeGreaterThan(0)
    const nothing = { funnel: [], series: [], talk: null, pickup: [], people: [] }
    expect(await figures([section])).toEqual({ ...nothing, [section]: whole[section] })
  })

  it('does not spoil the report for others', async () => {
    await figures(['funnel'])
    const { report } = await getReport(person('manager'), 'outbound', viewOf(VIEW).report)
    expect(report.leaderboard.rows.length).toBeGreaterThan(0)
  })
})
