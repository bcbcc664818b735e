import 'server-only'
import { env } from './env'

/** One header value from its directives. */
function policy(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}

/**
 * What a document of ours may load and where it may be shown. Scripts need this answer's nonce, or to be loaded by one that
 * has it. Styles may be inline, because React writes them as attributes; pictures and recordings may be made in the page.
 *
 * @param nonce unguessable and new for each answer
 * @param isDevelopment React's development build evaluates code to rebuild server stacks
 * @param isFramed the document is made for a frame in a page of ours
 */
export function contentSecurityPolicy(nonce: string, isDevelopment: boolean, isFramed = false): string {
  return policy({
    'default-src': "'self'",
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'media-src': "'self' blob:",
    'font-src': "'self' data:",
    'connect-src': "'self'",
    'object-src': "'none'",
    // Saving a panel as a picture finds its fonts by a base in a document of its own.
    'base-uri': "'self'",
    'form-action': "'self'",
    'frame-src': "'self'",
    'worker-src': "'self'",
    'frame-ancestors': isFramed ? "'self'" : env().CALLBOARD_FRAME_ANCESTORS,
  })
}

/** 128 random bits, as a policy writes them. */
export function newNonce(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
}

/** The headers of an answer that hang on settings; those that never change are in next.config.mjs. */
export function securityHeaders(csp: string, isFramed = false): Record<string, string> {
  const { NEXTAUTH_URL, CALLBOARD_FRAME_ANCESTORS } = env()
  return {
    'Content-Security-Policy': csp,
    // Old browsers only know all or nothing.
    ...(isFramed
      ? { 'X-Frame-Options': 'SAMEORIGIN' }
      : CALLBOARD_FRAME_ANCESTORS === "'none'" && { 'X-Frame-Options': 'DENY' }),
    ...(NEXTAUTH_URL.startsWith('https://') && { 'Strict-Transport-Security': 'max-age=31536000' }),
  }
}
