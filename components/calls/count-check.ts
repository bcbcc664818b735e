/** Two counts of the same calls, each with the moment it was taken (ISO 8601). */
export interface Counts {
  /** What the chart showed; null where no mark of the report shows this number. */
  expected: number | null
  expectedAt: string
  /** Length of the list; null while unknown. */
  actual: number | null
  actualAt: string | null
  /** Allo's own count, taken at the same moment as the list; null where there is none. */
  aggregate: number | null
}

export type CountCheck =
  /** Nothing to compare, or no difference. */
  | { kind: 'silent' }
  /** The calls changed between the two moments. */
  | {
      kind: 'moved'
      expected: number
      expectedAt: string
      actual: number
      actualAt: string
      newer: 'chart' | 'list' | 'neither'
    }
  /** Allo's count and Allo's list differ at one and the same moment: no waiting will mend that. */
  | { kind: 'allo'; aggregate: number; actual: number; actualAt: string }

/** Whether the list holds as many calls as the clicked mark said, and what may be said if not (numbers.md, 7). */
export function checkCounts({ expected, expectedAt, actual, actualAt, aggregate }: Counts): CountCheck {
  if (expected === null || actual === null || actualAt === null || expected === actual) return { kind: 'silent' }
  if (aggregate === expected) return { kind: 'allo', aggregate, actual, actualAt }
  const age = Date.parse(actualAt) - Date.parse(expectedAt)
  const newer = age > 0 ? 'list' : age < 0 ? 'chart' : 'neither'
  return { kind: 'moved', expected, expectedAt, actual, actualAt, newer }
}
