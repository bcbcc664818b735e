import type { ItemRow } from '@/lib/report/items'
import type { CallWords } from './call-context'

/** Results that Allo documents, and those of its first version; another is shown as it comes. */
const RESULTS = ['ANSWERED', 'VOICEMAIL', 'TRANSFERRED', 'CLOSED', 'BLOCKED', 'FAILED'] as const

const STATUSES = ['PENDING', 'SENT', 'DELIVERED', 'FAILED'] as const

/** How a call ended, in the reader's language; null when Allo does not say. */
export function resultWord(result: string | null, t: CallWords): string | null {
  const known = RESULTS.find(each => each === result?.toUpperCase())
  return known ? t(`result.${known}`) : result
}

/** How far a text of ours has come, in the reader's language; null for one that came in, which simply arrived. */
export function statusWord({ direction, status }: Pick<ItemRow, 'direction' | 'status'>, t: CallWords): string | null {
  if (direction === 'inbound') return null
  const known = STATUSES.find(each => each === status?.toUpperCase())
  return known ? t(`item.status.${known}`) : status
}
