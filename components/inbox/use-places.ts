import { useEffect, useRef } from 'react'
import { type InboxRow, isSame } from '@/lib/report/inbox'
import type { InboxView } from '@/lib/report/inbox-view'
import { isPhoneNumber } from '@/lib/report/texts'

/** Rows above and below the open one, also when it has just left the list: then its place is where it was. */
export function usePlaces(rows: readonly InboxRow[], { open }: InboxView) {
  const openable = rows.filter(row => isPhoneNumber(row.number))
  const found = openable.findIndex(row => isSame(row, open))
  const last = useRef(-1)
  useEffect(() => {
    if (found >= 0) last.current = found
  })
  return {
    /** null at the end. */
    below: () => openable[found >= 0 ? found + 1 : Math.max(0, last.current)] ?? null,
    above: () => openable[(found >= 0 ? found : last.current) - 1] ?? null,
  }
}
