import { signedRoute } from '@/lib/server/route'
import { takeWebhook } from '@/lib/server/webhooks/take'

/** What Allo sends when something has happened there. 204 when it is taken, 200 when it was before. */
export const POST = signedRoute('webhook', async delivery =>
  (await takeWebhook(delivery)) === 'taken'
    ? null
    : new Response(null, { status: 200, headers: { 'Cache-Control': 'no-store' } }),
)
