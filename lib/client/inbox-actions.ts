import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import type { CallboardError } from '@/lib/errors'
import { type Conversation, type InboxAction, type InboxAnswer, withAction } from '@/lib/report/inbox'
import { inboxKeys } from './inbox-keys'
import { sendJson } from './send'

interface Deed {
  conversation: Conversation
  /** One after the other: taking back an archiving may take two. */
  actions: readonly InboxAction[]
}

const KEY = ['inbox-action']

async function act({ conversation: { line, number }, actions }: Deed): Promise<void> {
  const path = `/api/conversations/${encodeURIComponent(number)}/action`
  for (const action of actions) await sendJson('PUT', path, { action, line })
}

/** Every list as it will be; answers what they were. */
async function foresee(client: QueryClient, { conversation, actions }: Deed) {
  await client.cancelQueries({ queryKey: inboxKeys })
  const before = client.getQueriesData<InboxAnswer>({ queryKey: inboxKeys })
  for (const [key, answer] of before) {
    const after =
      answer && actions.reduce((now, action) => withAction(now, action, conversation, key[1] === 'unread'), answer)
    client.setQueryData(key, after)
  }
  return before
}

/**
 * Marks and archives conversations: the lists change at once, and back again when it fails. What the lists hold is asked for
 * anew once nothing is on its way any more.
 */
export function useInboxAction(onFailed: (error: CallboardError) => void) {
  const client = useQueryClient()
  return useMutation<void, CallboardError, Deed, Awaited<ReturnType<typeof foresee>>>({
    mutationKey: KEY,
    // One after the other: the last word on a conversation is the reader's last.
    scope: { id: 'inbox' },
    networkMode: 'always',
    mutationFn: act,
    onMutate: deed => foresee(client, deed),
    onError(error, _, before) {
      for (const [key, answer] of before ?? []) client.setQueryData(key, answer)
      onFailed(error)
    },
    onSettled() {
      if (client.isMutating({ mutationKey: KEY }) === 1) void client.invalidateQueries({ queryKey: inboxKeys })
    },
  })
}
