import 'server-only'
import { CallboardError } from '@/lib/errors'
import type { Conversation, InboxAction } from '@/lib/report/inbox'
import { isPhoneNumber } from '@/lib/report/texts'
import { type Access, assertMay } from './access/access'
import { allo, answers, type Call } from './allo'
import { conversationKeys } from './inbox'
import { noteInboxChange } from './sync/unread'

/**
 * Marks a conversation of one line as read or unread, archives it or brings it back. Doing it again changes nothing.
 *
 * @throws CallboardError FORBIDDEN; INVALID_PARAMETER for a withheld number, which Allo's address cannot name; NOT_FOUND for
 *   a conversation that Allo does not know
 */
export async function actOnConversation(
  access: Access,
  { line, number }: Conversation,
  action: InboxAction,
  { signal: _, ...call }: Call = {},
): Promise<void> {
  assertMay(access, 'inbox.use')
  if (!isPhoneNumber(number)) throw new CallboardError('INVALID_PARAMETER', 'no phone number', { field: 'number' })
  try {
    // Without the reader's signal: what has been begun is not left half done when they go to another page.
    await allo().executeAction(number, { action, alloNumber: line }, call)
  } finally {
    // Also after a failure: it may have been done all the same.
    await answers().forget({ prefix: conversationKeys(line) })
    noteInboxChange(line)
  }
}
