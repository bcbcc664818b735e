import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReviewCall } from './document'
import { narrowReview } from './narrow'
import { documentOf } from './narrow-fixture'

const INES = { id: 'usr-ines', name: 'Ines Caron' }
const TOM = { id: 'usr-tom', name: 'Tom Okafor' }
const LEO = { id: 'usr-leo', name: 'Leo Martin' }

function callOf(id: string, user: ReviewCall['user'], secret = id): ReviewCall {
  return {
    id,
    reason: 'conversion',
    date: '2026-04-13T08:00:00.000Z',
    duration: 300,
    result: 'ANSWERED',
    user,
    contactNumber: `+33${secret}`,
    contact: { name: `Contact ${secret}`, company: `Company ${secret}` },
    summary: `About ${secret}`,
    tags: [`tag ${secret}`],
    hasRecording: true,
  }
}

const document = documentOf([INES, TOM, LEO], [callOf('own', INES), callOf('others', TOM), callOf('nobodys', null)])
const everybody = { only: null, seesCalls: () => true }

describe('a review for its reader', () => {
  it('is whole for who sees everything', () => {
    expect(narrowReview(document, everybody)).toEqual(document)
  })

  it('keeps the facts of calls that may not be opened, without whom they were with and what about', () => {
    const { calls, ...rest } = narrowReview(document, { only: null, seesCalls: id => id === INES.id })
    const bare = { contactNumber: null, contact: null, summary: null, tags: [], hasRecording: false }
    expect(calls).toEqual([
      callOf('own', INES),
      { ...callOf('others', TOM), ...bare },
      { ...callOf('nobodys', null), ...bare },
    ])
    const { calls: _, ...whole } = document
    expect(rest).toEqual(whole)
  })

  it('folds the colleagues of who sees their own numbers into what is left', () => {
    const own = narrowReview(document, { only: { person: INES.id }, seesCalls: id => id === INES.id })
    expect(own.people.map(({ user }) => user.name)).toEqual(['Ines Caron'])
    expect(own.moved).toMatchObject({ team: { total: 5 }, people: [{ user: INES }], rest: 4 })
    expect(own.summary).toContainEqual({ kind: 'out', names: ['Ines Caron'] })
    expect(own.outcomes.map(({ commitment }) => commitment.user)).toEqual([null, INES])
    expect(own.outbound.leaderboard.colleagues).toEqual({ connected: 2, before: null })
    expect(own.overview?.colleagues).toEqual({ totalCalls: 20 })
    // The team's own numbers stay.
    expect(own.outbound.funnel).toEqual(document.outbound.funnel)
    expect(own.overview?.team).toEqual(document.overview?.team)
  })

  it('shows nobody to who is no Allo user, and then says of nobody that they were out', () => {
    const { people, summary, moved } = narrowReview(document, { only: { person: null }, seesCalls: () => false })
    expect(people).toEqual([])
    expect(moved).toMatchObject({ people: [], rest: 5 })
    expect(summary.map(({ kind }) => kind)).toEqual(['dials'])
  })

  it('does not give away a namesake', () => {
    const [sam, other] = [
      { id: 'usr-1', name: 'Sam' },
      { id: 'usr-2', name: 'Sam' },
    ]
    const both = documentOf([sam, other], [])
    const out = narrowReview(both, { only: { person: sam.id }, seesCalls: () => false }).summary.at(-1)
    expect(out).toEqual({ kind: 'out', names: ['Sam'] })
    const dialled = both.people.map(person =>
      person.user.id === sam.id ? { ...person, now: { ...person.now, dials: 5 } } : person,
    )
    const onlyOther = { ...both, people: dialled, summary: [{ kind: 'out' as const, names: ['Sam'] }] }
    expect(narrowReview(onlyOther, { only: { person: sam.id }, seesCalls: () => false }).summary).toEqual([])
  })

  it('does not change what it was given', () => {
    const before = structuredClone(document)
    narrowReview(document, { only: { person: null }, seesCalls: () => false })
    expect(document).toEqual(before)
  })
})

describe('nothing withheld is in what leaves', () => {
  const secret = fc.stringMatching(/^[a-z]{12}$/)
  const person = fc.record({ id: secret, name: secret })
  const people = fc.uniqueArray(person, { minLength: 1, maxLength: 8, selector: ({ id }) => id })

  it('of colleagues and of calls', () => {
    fc.assert(
      fc.property(people, fc.nat(9), fc.boolean(), (team, chosen, narrow) => {
        const own = team[chosen] ?? null
        const calls = [...team, null].map((user, place) => callOf(`call-${place}`, user, `secret${place}end`))
        const seen = JSON.stringify(
          narrowReview(documentOf(team, calls), {
            only: narrow ? { person: own?.id ?? null } : null,
            seesCalls: id => id !== null && id === own?.id,
          }),
        )
        ;[...team, null].forEach((user, place) => {
          const mine = user !== null && user === own
          expect(seen.includes(`secret${place}end`)).toBe(mine)
          if (user)
            expect([seen.includes(user.id), seen.includes(user.name)]).toEqual([!narrow || mine, !narrow || mine])
        })
      }),
    )
  })
})
