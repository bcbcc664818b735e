import { CallboardError } from '@/lib/errors'
import { readFailure } from './api'
import { newRequestId } from './request-id'

/** What the server keeps of a picture at most, in bytes. */
const LONGEST = 120_000
/** Widths that are tried, in pixels, largest first: that of most screens, and less when it does not fit. */
const WIDTHS = [1920, 1280, 960, 640]
const QUALITY = 0.82

function toBlob(canvas: HTMLCanvasElement, type: string): Promise<Blob | null> {
  return new Promise(resolve => canvas.toBlob(resolve, type, QUALITY))
}

async function draw(bitmap: ImageBitmap, width: number): Promise<Blob | null> {
  const scale = Math.min(1, width / bitmap.width)
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  const webp = await toBlob(canvas, 'image/webp')
  // A browser that cannot write WebP writes PNG instead, which is too long for a photograph.
  return webp?.type === 'image/webp' ? webp : toBlob(canvas, 'image/jpeg')
}

/** The picture as it is, or as large as fits when it is too long. Throws CallboardError INVALID_INPUT for no picture. */
async function fitting(file: Blob): Promise<Blob> {
  if (file.size <= LONGEST) return file
  const unfit = new CallboardError('INVALID_INPUT', 'no picture that fits', { fields: { image: 'picture' } })
  const bitmap = await createImageBitmap(file).catch(() => {
    throw unfit
  })
  try {
    for (const width of WIDTHS) {
      const blob = await draw(bitmap, width)
      if (blob && blob.size <= LONGEST) return blob
    }
    throw unfit
  } finally {
    bitmap.close()
  }
}

/**
 * Has the server keep a picture for a message scene; a large one is made smaller first.
 *
 * @returns its id
 * @throws CallboardError INVALID_INPUT for what is no PNG, JPEG or WebP; OFFLINE, and as getJson
 */
export async function sendImage(file: Blob): Promise<string> {
  const body = await fitting(file)
  const headers = { accept: 'application/json', 'content-type': body.type, 'x-request-id': newRequestId() }
  const path = '/api/screens/images'
  const response = await fetch(path, { method: 'POST', redirect: 'manual', headers, body }).catch(cause => {
    throw new CallboardError('OFFLINE', `no answer from ${path}`, { cause })
  })
  if (!response.ok) throw await readFailure(response)
  const answer: { id: string } = await response.json()
  return answer.id
}
