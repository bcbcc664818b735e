import 'server-only'
import type { ZodType } from 'zod'
import { CallboardError } from '@/lib/errors'

/** No form of ours is longer, in bytes. */
const LONGEST = 64 * 1024

/**
 * Reads a request's body as it came.
 *
 * @param longest in bytes
 * @throws CallboardError INVALID_INPUT for a longer one, before all of it has been read
 */
export async function readBytes(request: Request, longest: number): Promise<Buffer> {
  const tooLong = new CallboardError('INVALID_INPUT', 'the body is too long')
  if (Number(request.headers.get('content-length') ?? 0) > longest) throw tooLong
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength
    if (length > longest) throw tooLong
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new CallboardError('INVALID_INPUT', 'the body is not JSON')
  }
}

/** Keys of sentences under `fields` in the catalogue; whatever a schema says otherwise is "invalid". */
const KNOWN = /^[a-z][A-Za-z]{1,30}$/

/**
 * Reads a request's JSON body through a schema whose messages are keys under `fields` in the catalogue.
 *
 * @throws CallboardError INVALID_INPUT with the path of each field at fault, joined by dots
 */
export async function readBody<T>(request: Request, schema: ZodType<T>): Promise<T> {
  if (!request.headers.get('content-type')?.startsWith('application/json')) {
    throw new CallboardError('INVALID_INPUT', 'the body is not announced as JSON')
  }
  const parsed = schema.safeParse(parse((await readBytes(request, LONGEST)).toString('utf8')))
  if (parsed.success) return parsed.data
  const fields: Record<string, string> = {}
  for (const { path, message } of parsed.error.issues) {
    fields[path.join('.')] ??= KNOWN.test(message) ? message : 'invalid'
  }
  throw new CallboardError('INVALID_INPUT', 'the body does not fit', { fields })
}
