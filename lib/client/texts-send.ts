import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CallboardError, ErrorCode } from '@/lib/errors'
import type { TextSender } from '@/lib/report/texts'
import { timelineKey } from './contact-keys'
import { inboxKeys } from './inbox-keys'
import { newRequestId } from './request-id'
import { sendJson } from './send'
import { afterRefusal, NO_DRAFT, toAttempt } from './texts-draft'
import { useTextDraft } from './texts-store'

/** After these nobody knows whether the text went: the answer was lost, or never came. */
const UNKNOWN: ReadonlySet<ErrorCode> = new Set([
  'OFFLINE',
  'INTERNAL',
  'ALLO_TIMEOUT',
  'ALLO_UNREACHABLE',
  'ALLO_FAILED',
  'BAD_RESPONSE',
])

/** Whether a text may have been sent although sending it failed. */
export function maySent(error: CallboardError): boolean {
  return UNKNOWN.has(error.code)
}

/**
 * The text that is being written to a number, and its sending. What was typed stays until Allo has taken it; an attempt of
 * unknown outcome keeps its key, so that repeating it cannot send it twice.
 */
export function useText(to: string, onSent: () => void) {
  const [draft, change] = useTextDraft(to)
  const client = useQueryClient()
  const { mutate, error, isPending, reset } = useMutation<
    null,
    CallboardError,
    { sender: TextSender; message: string; key: string }
  >({
    networkMode: 'always',
    mutationFn({ sender, message, key }) {
      const from = sender.kind === 'line' ? { line: sender.id } : { senderId: sender.id }
      return sendJson<null>('POST', '/api/texts', { ...from, to, message, key })
    },
    onSuccess() {
      change(({ from }) => ({ ...NO_DRAFT, from }))
      onSent()
      void client.invalidateQueries({ queryKey: timelineKey(to) })
      void client.invalidateQueries({ queryKey: inboxKeys })
    },
    onError(failure) {
      if (maySent(failure)) return
      change(before => ({
        ...afterRefusal(before),
        // Used for another text: this one needs its own.
        key: failure.field === 'keyUsed' ? null : before.key,
      }))
    },
  })
  return {
    draft,
    error,
    sending: isPending,
    write(message: string) {
      reset()
      change(before => ({ ...before, message }))
    },
    choose(from: string) {
      reset()
      change(before => ({ ...before, from }))
    },
    send(sender: TextSender) {
      if (isPending) return
      const attempt = toAttempt(draft, sender.id, Date.now(), newRequestId)
      // Kept before it is sent: after a reload in between, the outcome is not known either.
      change(() => attempt)
      mutate({ sender, message: attempt.message, key: attempt.key })
    },
  }
}
