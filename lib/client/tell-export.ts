import type { ExportNote } from '@/lib/report/exports'

/**
 * Tells the server that a file was made here, for its audit log. The file is the reader's already, so nobody waits for the
 * answer, and a failure is the log's alone.
 */
export function tellExport(note: ExportNote): void {
  const headers = { 'content-type': 'application/json' }
  void fetch('/api/exports', { method: 'POST', headers, body: JSON.stringify(note), keepalive: true }).catch(
    () => undefined,
  )
}
