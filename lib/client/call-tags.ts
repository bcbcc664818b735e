import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CallboardError } from '@/lib/errors'
import { callKey } from './call-keys'
import { directoryKey } from './keys'
import { sendJson } from './send'

/** A tag put on a call, or taken off it. */
export interface TagChange {
  tag: string
  on: boolean
}

/** What became of the last change. */
export interface TagOutcome {
  change: TagChange
  /** null when it has been made, or is about to be. */
  error: CallboardError | null
}

/**
 * Changes tags of a call. Each change shows at once, wherever the call is on show; they are sent one after the other, in
 * order, and one that fails is taken back by itself.
 */
export function useCallTags(id: string) {
  const client = useQueryClient()
  const [outcome, setOutcome] = useState<TagOutcome | null>(null)
  const { mutate } = useMutation<null, CallboardError, TagChange>({
    scope: { id: `tags of ${id}` },
    networkMode: 'always',
    mutationFn: ({ tag, on }) => {
      const path = `/api/calls/${encodeURIComponent(id)}/tags`
      return on ? sendJson('POST', path, { tag }) : sendJson('DELETE', `${path}/${encodeURIComponent(tag)}`)
    },
    onMutate(change) {
      // An answer that is on its way is from before the change.
      void client.cancelQueries({ queryKey: callKey(id) })
      applyTag(client, id, change)
      setOutcome({ change, error: null })
    },
    onError(error, change) {
      applyTag(client, id, { ...change, on: !change.on })
      setOutcome({ change, error })
      // A tag that Allo does not have any more is not offered again.
      if (error.code === 'INVALID_INPUT') void client.invalidateQueries({ queryKey: directoryKey })
    },
    // What counts tags is asked for again when it is next looked at.
    onSuccess: () => client.invalidateQueries({ queryKey: ['report'], refetchType: 'none' }),
  })
  return {
    outcome,
    change: (change: TagChange) => mutate(change),
    /** Makes the last change unmade. */
    undo() {
      if (outcome && outcome.error === null) mutate({ tag: outcome.change.tag, on: !outcome.change.on })
    },
  }
}

/** Changes the call in every answer that holds it: itself, and the lists that it is in. */
function applyTag(client: QueryClient, id: string, change: TagChange): void {
  for (const { queryKey, state } of client.getQueryCache().getAll()) {
    const next = withTag(state.data, id, change)
    if (next !== state.data) client.setQueryData(queryKey, next, { updatedAt: state.dataUpdatedAt })
  }
}

/** Where answers keep their calls: pages of rows, and what is looked up for them. */
const HOLDERS = ['pages', 'rows', 'details'] as const

/**
 * The same answer with the change made wherever it holds the call; the very same object when it holds it nowhere, or the
 * tag is as wanted already.
 */
export function withTag(answer: unknown, id: string, change: TagChange): unknown {
  if (Array.isArray(answer)) {
    const next = answer.map(each => withTag(each, id, change))
    return next.some((each, index) => each !== answer[index]) ? next : answer
  }
  if (typeof answer !== 'object' || answer === null) return answer
  if ('id' in answer && answer.id === id && 'tags' in answer && Array.isArray(answer.tags)) {
    const { tag, on } = change
    if (answer.tags.includes(tag) === on) return answer
    return { ...answer, tags: on ? [...answer.tags, tag] : answer.tags.filter(each => each !== tag) }
  }
  let next: object = answer
  for (const [name, held] of Object.entries(answer)) {
    if (!HOLDERS.some(holder => holder === name)) continue
    const changed = withTag(held, id, change)
    if (changed !== held) next = { ...next, [name]: changed }
  }
  return next
}
