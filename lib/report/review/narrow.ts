import { narrowOutbound, narrowOverview, type Only, seesPerson } from '@/lib/report/sight'
import type { ReviewCall, ReviewDocument, ReviewPerson, SummaryFact } from './document'

/** Who reads a review. */
export interface ReviewReader {
  /** Whose numbers they see besides the team's; null sees everybody's. */
  only: Only | null
  /** Whether they may open the calls of an Allo user, or of nobody (null). */
  seesCalls: (userId: string | null) => boolean
}

/** A call as its reader may see it: one that they may not open is a fact without whom it was with and what it was about. */
export function narrowCall(call: ReviewCall, { only, seesCalls }: ReviewReader): ReviewCall {
  if (seesCalls(call.user?.id ?? null)) return call
  const named = call.user !== null && (only === null || seesPerson(only, call.user.id))
  return {
    ...call,
    user: named ? call.user : null,
    contactNumber: null,
    contact: null,
    summary: null,
    tags: [],
    hasRecording: false,
  }
}

/** Of the people who were out, only those whose numbers the reader sees. */
function narrowFact(fact: SummaryFact, people: readonly ReviewPerson[]): SummaryFact[] {
  if (fact.kind !== 'out') return [fact]
  const out = people.filter(({ user, now }) => now.dials === 0 && fact.names.includes(user.name))
  return out.length > 0 ? [{ ...fact, names: out.map(({ user }) => user.name) }] : []
}

/** The review for somebody who sees the team's numbers and one person's: those of all others become part of what is left. */
function narrowPeople(document: ReviewDocument, only: Only): ReviewDocument {
  const sees = ({ user }: { user: { id: string } }) => seesPerson(only, user.id)
  const people = document.people.filter(sees)
  const { moved } = document
  const others = moved?.people.filter(person => !sees(person)) ?? []
  return {
    ...document,
    outbound: narrowOutbound(document.outbound, only),
    overview: document.overview && narrowOverview(document.overview, only),
    people,
    moved: moved && {
      ...moved,
      people: moved.people.filter(sees),
      rest: others.reduce((rest, { split }) => rest + split.total, moved.rest),
    },
    summary: document.summary.flatMap(fact => narrowFact(fact, people)),
    outcomes: document.outcomes.filter(({ commitment: { user } }) => user === null || seesPerson(only, user.id)),
  }
}

/**
 * The review as its reader may see it. Nothing that is withheld is anywhere in the result, but in what people wrote in their
 * own words.
 */
export function narrowReview(document: ReviewDocument, reader: ReviewReader): ReviewDocument {
  const { only } = reader
  const shown = only ? narrowPeople(document, only) : document
  return { ...shown, calls: document.calls.map(call => narrowCall(call, reader)) }
}
