import 'server-only'
import type { CallRow } from '@/lib/report/drilldown'
import type { Only } from '@/lib/report/sight'
import type { Access } from './access'
import { opensCall } from './scope'

/**
 * A list as its reader may see it: as long as ever, so that it adds up to the number it stands behind, but the calls of
 * others without contact and line, and for a reader who does not see colleagues' numbers, without their names.
 */
export function withholdCalls(access: Access, rows: readonly CallRow[], only: Only | null): CallRow[] {
  return rows.map(row =>
    opensCall(access, row.user?.id ?? null)
      ? row
      : {
          ...row,
          user: only ? null : row.user,
          alloNumber: null,
          alloNumberLabel: null,
          contactNumber: null,
          withheld: true,
        },
  )
}
