import { HIDDEN, hidePhoneNumbers } from '@/lib/report/hide-phone-numbers'
import type { Compared, OutboundReport } from '@/lib/report/outbound'
import type { OverviewFigures, OverviewReport } from '@/lib/report/overview'
import type { Commitment, Moved, ReviewCall, ReviewDocument, Section } from './document'
import { chooseCalls } from './suggest'
import type { ReviewCallChoice } from './writings'

/** What a link shows. */
export interface ShareMask {
  sections: readonly Section[]
  /** Phone numbers. */
  showsNumbers: boolean
  /** Names of contacts and companies. */
  showsNames: boolean
}

/** A text without any of these words, in any case; a word inside a longer one stays. */
function hideWords(text: string, words: readonly string[]): string {
  return words.reduce((left, word) => {
    const literal = word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    return left.replace(new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'giu'), HIDDEN)
  }, text)
}

/** Names of contacts and companies that stand in the review, and the first and last names alone; the longest first. */
function contactNames(calls: readonly ReviewCall[]): string[] {
  const names = calls.flatMap(({ contact }) =>
    contact ? [contact.name, contact.company ?? '', ...contact.name.split(/\s+/).filter(part => part.length > 2)] : [],
  )
  return [...new Set(names.map(name => name.trim()))]
    .filter(name => name.length > 1)
    .sort((one, other) => other.length - one.length)
}

/** A call without its id, which opens its page, and without any word of a recording. What it was about often names people. */
function maskCall(call: ReviewCall, place: number, { showsNumbers, showsNames }: ShareMask): ReviewCall {
  const readable = (text: string) => (showsNumbers ? text : hidePhoneNumbers(text))
  const { contact } = call
  return {
    ...call,
    id: `call-${place + 1}`,
    contactNumber: showsNumbers ? call.contactNumber : null,
    contact:
      contact && showsNames
        ? { name: readable(contact.name), company: contact.company && readable(contact.company) }
        : null,
    summary: call.summary !== null && showsNames ? readable(call.summary) : null,
    tags: call.tags.map(readable),
    hasRecording: false,
  }
}

function maskCommitment(commitment: Commitment, hide: (text: string) => string): Commitment {
  return { ...commitment, text: hide(commitment.text) }
}

/** The parts of the outbound report that these sections show, also of a shared view; the others are empty. */
export function maskOutbound(report: OutboundReport, shows: (section: Section) => boolean): OutboundReport {
  const { funnel, series, timeSpent, heatmap, leaderboard } = report
  return {
    ...report,
    funnel: shows('funnel')
      ? funnel
      : { ...funnel, stages: [], dialsPerActiveDay: null, conversionsExceedConversations: false },
    series: shows('series') ? series : { ...series, buckets: [] },
    timeSpent: shows('talk')
      ? timeSpent
      : { totalConversation: nothing(), averageConversation: nothing(), averageRinging: nothing() },
    heatmap: shows('pickup')
      ? heatmap
      : { ...heatmap, hours: [], rows: [], best: null, max: { dials: 0, connected: 0, rate: 0 }, overall: null },
    leaderboard: shows('people') ? leaderboard : { rows: [], unattributed: 0, colleagues: null },
  }
}

function nothing(): Compared<null> {
  return { now: null, before: null, change: { kind: 'none' } }
}

function noFigures(): OverviewFigures {
  return { totalCalls: nothing(), talkTime: nothing(), longCalls: nothing(), answerRate: nothing() }
}

/** The team's figures are of the talk time, each person's of the people. */
function maskOverview(report: OverviewReport, shows: (section: Section) => boolean): OverviewReport | null {
  if (!shows('talk') && !shows('people')) return null
  return {
    ...report,
    team: shows('talk') ? report.team : noFigures(),
    ...(shows('people') ? {} : { people: [], unattributed: null, colleagues: null }),
  }
}

/** Colleagues are named by the people's section alone; without it the split is the team's. */
function maskMoved(moved: Moved | null, showsPeople: boolean): Moved | null {
  return moved && !showsPeople ? { ...moved, people: [], rest: 0 } : moved
}

/**
 * The review as a link shows it: sections that were not chosen are empty, so that nothing of them leaves the server; no
 * call can be opened or heard; phone numbers, and names of contacts and companies, are gone unless allowed. A call's summary
 * is a free text that may name anybody, so it goes with the names. From what people promised, in their own words, the names
 * that the review knows are taken out, of dropped calls too.
 *
 * @param choices what managers did to its calls: a link hides which calls they are, so nobody can choose behind it
 */
export function maskReview(
  document: ReviewDocument,
  mask: ShareMask,
  choices: readonly ReviewCallChoice[],
): ReviewDocument {
  const { sections, showsNumbers, showsNames } = mask
  // A link has no doors, so it needs no ids.
  const { of: _, ...shared } = document
  const shows = (section: Section) => sections.includes(section)
  const known = [...document.calls, ...choices.flatMap(({ facts }) => facts ?? [])]
  const names = showsNames ? [] : contactNames(known)
  const hide = (text: string) => hideWords(showsNumbers ? text : hidePhoneNumbers(text), names)
  return {
    ...shared,
    outbound: maskOutbound(document.outbound, shows),
    overview: document.overview && maskOverview(document.overview, shows),
    people: shows('people') ? document.people : [],
    moved: shows('moved') ? maskMoved(document.moved, shows('people')) : null,
    summary: shows('summary') ? document.summary.filter(({ kind }) => kind !== 'out' || shows('people')) : [],
    calls: shows('calls') ? chooseCalls(document.calls, choices).map((call, place) => maskCall(call, place, mask)) : [],
    outcomes: shows('commitments')
      ? document.outcomes.map(outcome => ({ ...outcome, commitment: maskCommitment(outcome.commitment, hide) }))
      : [],
  }
}
