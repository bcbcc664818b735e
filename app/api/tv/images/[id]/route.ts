import { openRoute } from '@/lib/server/route'
import { idOf } from '@/lib/server/row-id'
import { openImage } from '@/lib/server/screens/image-door'

/** The id is made from the picture, so that what it names never changes. */
const HEADERS = {
  'Cache-Control': 'private, max-age=31536000, immutable',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; sandbox",
}

export const GET = openRoute<{ id: string }>('tv/images', async ({ cookies, headers, params }) => {
  const { type, data } = await openImage(cookies, headers, idOf(params))
  return new Response(Buffer.from(data, 'base64'), { headers: { ...HEADERS, 'Content-Type': type } })
})
