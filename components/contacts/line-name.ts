import { formatPhone } from '@/lib/format/phone'
import type { Directory } from '@/lib/report/directory'

/** What a line is called; its number where it has no name, and a sender ID as it is. null for none. */
export function lineName(line: string | null, directory: Directory | null): string | null {
  if (line === null || line === '') return null
  return directory?.lines.find(each => each.number === line)?.name ?? formatPhone(line)
}
