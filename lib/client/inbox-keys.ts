import type { InboxView } from '@/lib/report/inbox-view'

/** Every list of the inbox. */
export const inboxKeys = ['inbox'] as const

/**
 * One list of the inbox.
 *
 * @param depth pages of each line
 */
export function inboxKey({ show, line }: Pick<InboxView, 'show' | 'line'>, depth: number) {
  return [...inboxKeys, show, line, depth] as const
}
