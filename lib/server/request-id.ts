import 'server-only'

/**
 * The id that names a request in our logs, in the answer, and in Allo's logs: the caller's own when it fits a log line and
 * a header and can forge neither, else a new one.
 */
export function requestIdOf(headers: Headers): string {
  const given = headers.get('x-request-id')
  if (given !== null && /^[\w-]{8,64}$/.test(given)) return given
  return `req_${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`
}
