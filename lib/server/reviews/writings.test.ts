import { describe, expect, it } from 'vitest'
import type { ShareAccess } from '@/lib/server/access/access'
import { query } from '@/lib/server/db/database'
import { audit } from '@/lib/server/db/schema'
import { replace } from '@/lib/server/remember'
import { workspaceState } from '@/lib/server/workspace'
import { startSimulator } from '@/lib/simulator/server'
import { changeNote, removeNote, writeNote } from './notes'
import { changeCommitment, makeCommitment, removeCommitment } from './promises'
import { INES, NOW, ORIGIN, person, TOM, WEEK, withReviews } from './review-kit'
import { getReview } from './reviews'
import { getWritings } from './writings'

withReviews(() => startSimulator({ now: NOW, scale: 0.2, enforceLimits: false }))

const note = { section: 'funnel', body: '**Good** week, see @Tom' } as const
const promise = {
  user: TOM,
  text: 'Longer conversations',
  measure: { metric: 'conversation', is: 'above', value: 0.38 },
} as const
const FORBIDDEN = { code: 'FORBIDDEN' }
const CONFLICT = { code: 'CONFLICT', status: 409 }

const manager = () => person('manager')
const admin = () => person('admin')

describe('notes', () => {
  it('are read by everybody who reads the review, as they were written', async () => {
    const { id, version } = await writeNote(manager(), WEEK, note, ORIGIN)
    expect(version).toBe(1)
    const read = { id, ...note, version: 1, author: 'manager', editedAt: null, editedBy: null }
    expect((await getWritings(manager(), WEEK)).notes).toMatchObject([{ ...read, mine: true }])
    expect((await getWritings(admin(), WEEK)).notes).toMatchObject([{ ...read, mine: true }])
    for (const reader of [person('rep', INES), person('viewer')]) {
      expect((await getWritings(reader, WEEK)).notes).toMatchObject([{ ...read, mine: false }])
    }
    expect((await getWritings(manager(), '2026-W15')).notes).toEqual([])
  })

  it('written by many at once are all there', async () => {
    const bodies = Array.from({ length: 20 }, (_, at) => `note ${at}`)
    await Promise.all(bodies.map(body => writeNote(manager(), WEEK, { section: 'summary', body }, ORIGIN)))
    const { notes } = await getWritings(manager(), WEEK)
    expect(notes.map(each => each.body).sort()).toEqual(bodies.sort())
  })

  it('changed by two at once: one wins, the other is told and shown what stands there', async () => {
    const { id } = await writeNote(manager(), WEEK, note, ORIGIN)
    const outcomes = await Promise.allSettled([
      changeNote(manager(), WEEK, id, { body: 'mine', version: 1 }, ORIGIN),
      changeNote(admin(), WEEK, id, { body: 'theirs', version: 1 }, ORIGIN),
    ])
    const [{ body, version, editedBy } = { body: '', version: 0, editedBy: '' }] = (await getWritings(manager(), WEEK))
      .notes
    expect(version).toBe(2)
    expect([body, editedBy]).toEqual(body === 'mine' ? ['mine', 'manager'] : ['theirs', 'admin'])
    const lost = outcomes.flatMap(each => (each.status === 'rejected' ? [each.reason] : []))
    expect(lost).toHaveLength(1)
    expect(lost[0]).toMatchObject({ ...CONFLICT, now: { id, body, version: 2 } })
  })

  it('a save whose answer got lost can be repeated', async () => {
    const { id } = await writeNote(manager(), WEEK, note, ORIGIN)
    const change = { body: 'new', version: 1 }
    expect(await changeNote(manager(), WEEK, id, change, ORIGIN)).toEqual({ version: 2 })
    expect(await changeNote(manager(), WEEK, id, change, ORIGIN)).toEqual({ version: 2 })
  })

  it('taken away are gone, and whoever writes in one is told', async () => {
    const { id } = await writeNote(manager(), WEEK, note, ORIGIN)
    await expect(removeNote(manager(), { key: WEEK, id, version: 2 }, ORIGIN)).rejects.toMatchObject({
      ...CONFLICT,
      now: { version: 1 },
    })
    await removeNote(manager(), { key: WEEK, id, version: 1 }, ORIGIN)
    expect((await getWritings(manager(), WEEK)).notes).toEqual([])
    const late = changeNote(admin(), WEEK, id, { body: 'late', version: 1 }, ORIGIN)
    await expect(late).rejects.toMatchObject({ ...CONFLICT, now: null })
    expect(await query(db => db.select().from(audit))).toMatchObject([
      { action: 'note.written', target: WEEK },
      { action: 'note.removed', target: WEEK, actorName: 'manager' },
    ])
  })

  it('are their author’s and an administrator’s to change, in their own review', async () => {
    const { id } = await writeNote(admin(), WEEK, note, ORIGIN)
    const change = { body: 'x', version: 1 }
    await expect(changeNote(manager(), WEEK, id, change, ORIGIN)).rejects.toMatchObject(FORBIDDEN)
    await expect(removeNote(manager(), { key: WEEK, id, version: 1 }, ORIGIN)).rejects.toMatchObject(FORBIDDEN)
    await expect(changeNote(admin(), '2026-W15', id, change, ORIGIN)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    for (const reader of [person('rep', INES), person('viewer')]) {
      await expect(writeNote(reader, WEEK, note, ORIGIN)).rejects.toMatchObject(FORBIDDEN)
      await expect(changeNote(reader, WEEK, id, change, ORIGIN)).rejects.toMatchObject(FORBIDDEN)
      await expect(removeNote(reader, { key: WEEK, id, version: 1 }, ORIGIN)).rejects.toMatchObject(FORBIDDEN)
    }
    await expect(writeNote(manager(), 'rep_nothing', note, ORIGIN)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('commitments', () => {
  it('name a person of Allo and a measure', async () => {
    const { id } = await makeCommitment(manager(), WEEK, promise, ORIGIN)
    const [made] = (await getWritings(person('viewer'), WEEK)).commitments
    expect(made).toMatchObject({
      id,
      text: promise.text,
      measure: promise.measure,
      author: 'manager',
      version: 1,
      mine: false,
    })
    expect(made?.user).toEqual({ id: TOM, name: 'Tom Okafor' })
    const nobody = makeCommitment(manager(), WEEK, { ...promise, user: 'usr-nobody' }, ORIGIN)
    await expect(nobody).rejects.toMatchObject({ code: 'INVALID_INPUT', fields: { user: 'invalid' } })
    await expect(makeCommitment(person('rep', TOM), WEEK, promise, ORIGIN)).rejects.toMatchObject(FORBIDDEN)
  })

  it('written by two people at once are both there; of two changes one is told', async () => {
    const team = { user: null, text: 'Call before ten', measure: null }
    const [one] = await Promise.all([
      makeCommitment(manager(), WEEK, promise, ORIGIN),
      makeCommitment(admin(), WEEK, team, ORIGIN),
    ])
    expect((await getWritings(manager(), WEEK)).commitments.map(each => each.text).sort()).toEqual([
      team.text,
      promise.text,
    ])
    await changeCommitment(manager(), WEEK, one.id, { ...promise, text: 'Even longer', version: 1 }, ORIGIN)
    const late = changeCommitment(admin(), WEEK, one.id, { ...promise, text: 'Shorter', version: 1 }, ORIGIN)
    const now = {
      text: 'Even longer',
      version: 2,
      author: 'manager',
      editedBy: 'manager',
      editedAt: expect.any(String),
    }
    await expect(late).rejects.toMatchObject({ ...CONFLICT, now })
    expect((await getWritings(admin(), WEEK)).commitments.find(({ id }) => id === one.id)).toMatchObject(now)
    await removeCommitment(manager(), { key: WEEK, id: one.id, version: 2 }, ORIGIN)
    expect((await getWritings(manager(), WEEK)).commitments.map(each => each.text)).toEqual([team.text])
  })

  it('are judged by the next week, and what became of them is frozen with it', async () => {
    const measured = {
      user: null,
      text: 'A thousand dials',
      measure: { metric: 'dials', is: 'above', value: 10 },
    } as const
    await makeCommitment(manager(), '2026-W15', measured, ORIGIN)
    await makeCommitment(
      manager(),
      '2026-W15',
      { ...measured, measure: { ...measured.measure, value: 1_000_000 } },
      ORIGIN,
    )
    const words = await makeCommitment(manager(), '2026-W15', { ...measured, measure: null }, ORIGIN)
    const { document } = await getReview(manager(), WEEK)
    expect(document.outcomes.map(each => each.became).sort()).toEqual(['kept', 'missed', 'open'])
    await removeCommitment(manager(), { key: '2026-W15', id: words.id, version: 1 }, ORIGIN)
    expect((await getReview(manager(), WEEK)).document.outcomes).toEqual(document.outcomes)
    expect((await getReview(manager(), WEEK, { live: true })).document.outcomes).toHaveLength(2)
  })

  it('of colleagues are not for a rep who sees only their own', async () => {
    await makeCommitment(manager(), WEEK, promise, ORIGIN)
    await makeCommitment(manager(), WEEK, { ...promise, user: INES }, ORIGIN)
    const state = workspaceState()
    replace('workspace', { ...state, settings: { ...state.settings, repsSee: 'own' } })
    const { commitments } = await getWritings(person('rep', INES), WEEK)
    expect(commitments.map(each => each.user?.id)).toEqual([INES])
  })
})

it('a link shows commitments where it shows that section, masked, and nothing else that was written', async () => {
  await getReview(manager(), WEEK)
  await writeNote(manager(), WEEK, note, ORIGIN)
  const promised = { ...promise, text: 'Call +33 6 12 34 56 78 again' }
  const { id } = await makeCommitment(manager(), WEEK, promised, ORIGIN)
  await changeCommitment(admin(), WEEK, id, { ...promised, version: 1 }, ORIGIN)
  const link: ShareAccess = {
    kind: 'share',
    id: 'tok_2',
    name: 'board',
    reports: [],
    review: { key: WEEK, revision: 1 },
    sections: ['commitments'],
    showsNumbers: false,
    showsNames: false,
  }
  const { notes, commitments, calls } = await getWritings(link, WEEK)
  expect([notes, calls]).toEqual([[], []])
  expect(commitments).toMatchObject([{ user: { id: TOM }, mine: false, editedAt: null, editedBy: null }])
  expect(commitments[0]?.text).not.toContain('12 34')
  expect((await getWritings({ ...link, sections: ['funnel'] }, WEEK)).commitments).toEqual([])
  await expect(getWritings(link, '2026-W15')).rejects.toMatchObject(FORBIDDEN)
})
