import { getTranslations } from 'next-intl/server'
import { exportAudit } from '@/lib/server/audit-log-export'
import { readAuditQuery } from '@/lib/server/audit-log-search'
import { auditWords } from '@/lib/server/audit-log-words'
import { route } from '@/lib/server/route'
import { readOne } from '@/lib/server/search-params'
import { today, workspaceState } from '@/lib/server/workspace'

const COLUMNS = [
  'person',
  'kind',
  'action',
  'sentence',
  'target',
  'details',
  'address',
  'requestId',
  'actorId',
  'email',
] as const

/** The whole log that a query finds, as a file: `?…&format=csv`. */
export const GET = route('audit', 'audit.read', async ({ access, search, origin }) => {
  readOne(search, 'format', /^csv$/)
  const t = await getTranslations('settings.audit')
  const header = [
    t('columns.time', { zone: workspaceState().settings.zone }),
    ...COLUMNS.map(column => t(`columns.${column}`)),
  ]
  const sentence = await auditWords()
  const file = await exportAudit(access, readAuditQuery(search), { sentence, header }, origin)
  return new Response(file, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="callboard-audit-${today()}.csv"`,
      'Cache-Control': 'no-store',
    },
  })
})
