import { openPicture } from '@/lib/server/pictures/open-picture'
import { openRoute } from '@/lib/server/route'

/** A chart of a frozen review, for chats: the address is signed and proves itself. Any other opens nothing, whatever the reason. */
export const GET = openRoute<{ address: string }>('share/picture', async ({ params, origin }) => {
  const png = await openPicture(params.address, origin.address)
  return png
    ? new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } })
    : new Response(null, { status: 404 })
})
