import { z } from 'zod'
import { EXPORT_FORMS, EXPORTED } from '@/lib/report/exports'
import { recordAudit } from '@/lib/server/audit'
import { route } from '@/lib/server/route'

const note = z.object({ what: z.enum(EXPORTED), as: z.enum(EXPORT_FORMS) })

/** Pages make their files themselves, from what they were sent; this keeps who took what. */
export const POST = route('exports', 'reports.export', async ({ access, body, origin }) => {
  const { what, as } = await body(note)
  await recordAudit({ actor: access, action: 'export', target: what, details: { as }, origin })
  return null
})
