import type { ReviewCall, ReviewDocument } from '@/lib/report/review/document'
import type { Moment, ReviewCallChoice, ReviewWritings } from '@/lib/report/review/writings'

/** A call of a review with what was marked in it; `choice` is null for a suggestion that nobody touched. */
export interface ChosenCall {
  call: ReviewCall
  moments: readonly Moment[]
  choice: ReviewCallChoice | null
}

/** The calls of a review in order: pinned ones as they were placed, then the suggestions that nobody dropped. */
export function chosenCalls(document: Pick<ReviewDocument, 'calls'>, writings: ReviewWritings | null): ChosenCall[] {
  const choices = new Map(writings?.calls.map(choice => [choice.callId, choice]))
  const suggested = new Map(document.calls.map(call => [call.id, call]))
  const pinned = [...choices.values()]
    .filter(({ state }) => state === 'pinned')
    .sort((one, other) => one.position - other.position)
    .flatMap(choice => {
      const call = suggested.get(choice.callId) ?? choice.facts
      return call ? [{ call: { ...call, reason: 'pinned' as const }, moments: choice.moments, choice }] : []
    })
  const others = document.calls.flatMap(call => {
    const choice = choices.get(call.id) ?? null
    return choice && choice.state !== 'suggested' ? [] : [{ call, moments: choice?.moments ?? [], choice }]
  })
  return [...pinned, ...others]
}

/** Suggestions that somebody dropped, to be brought back. */
export function droppedCalls(document: Pick<ReviewDocument, 'calls'>, writings: ReviewWritings | null): ChosenCall[] {
  const dropped = new Map(
    writings?.calls.flatMap(choice => (choice.state === 'dropped' ? [[choice.callId, choice] as const] : [])),
  )
  return document.calls.flatMap(call => {
    const choice = dropped.get(call.id)
    return choice ? [{ call, moments: choice.moments, choice }] : []
  })
}
