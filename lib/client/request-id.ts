const ALPHANUMERICS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/**
 * A new id for one request, in Allo's own form: `req_` and 12 alphanumerics. It goes with the request as X-Request-Id, so
 * that one id names it in the browser, in our log and at Allo. Works without https too, where randomUUID is missing.
 */
export function newRequestId(): string {
  const random = crypto.getRandomValues(new Uint8Array(12))
  return `req_${Array.from(random, byte => ALPHANUMERICS[byte % ALPHANUMERICS.length]).join('')}`
}
