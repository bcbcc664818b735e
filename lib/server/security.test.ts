import { afterEach, describe, expect, it } from 'vitest'
import { forgetAll } from './remember'
import { contentSecurityPolicy, newNonce, securityHeaders } from './security'
import { setTestEnv } from './test-kit'

const directives = (csp: string) => new Map(csp.split('; ').map(part => [part.split(' ')[0], part.split(' ').slice(1)]))

describe('the content security policy', () => {
  afterEach(forgetAll)

  it('lets scripts run by nonce alone', () => {
    setTestEnv()
    const policy = directives(contentSecurityPolicy('bm9uY2U=', false))
    expect(policy.get('script-src')).toEqual(["'self'", "'nonce-bm9uY2U='", "'strict-dynamic'"])
    expect(policy.get('default-src')).toEqual(["'self'"])
    expect(policy.get('connect-src')).toEqual(["'self'"])
    expect(policy.get('base-uri')).toEqual(["'self'"])
    for (const name of ['object-src', 'frame-ancestors']) expect(policy.get(name), name).toEqual(["'none'"])
    for (const name of ['frame-src', 'worker-src']) expect(policy.get(name), name).toEqual(["'self'"])
  })

  it('evaluates code in development only', () => {
    setTestEnv()
    expect(contentSecurityPolicy('x', true)).toContain("'unsafe-eval'")
    expect(contentSecurityPolicy('x', false)).not.toContain("'unsafe-eval'")
  })

  it('has a nonce of 128 bits, new each time', () => {
    const nonces = Array.from({ length: 100 }, newNonce)
    expect(new Set(nonces).size).toBe(100)
    for (const nonce of nonces) expect(Buffer.from(nonce, 'base64')).toHaveLength(16)
  })

  it.each([
    ["'none'", 'DENY'],
    ["'self'", undefined],
    ['https://intranet.example.com https://wiki.example.com', undefined],
  ])('may be shown in frames of %s', (ancestors, old) => {
    setTestEnv({ CALLBOARD_FRAME_ANCESTORS: ancestors })
    const csp = contentSecurityPolicy('x', false)
    expect(directives(csp).get('frame-ancestors')).toEqual(ancestors.split(' '))
    expect(securityHeaders(csp)['X-Frame-Options']).toBe(old)
  })

  it('lets our own pages frame what is made for it, whatever else is set', () => {
    setTestEnv()
    const csp = contentSecurityPolicy('x', false, true)
    expect(directives(csp).get('frame-ancestors')).toEqual(["'self'"])
    expect(securityHeaders(csp, true)['X-Frame-Options']).toBe('SAMEORIGIN')
  })

  it.each([
    ['https://callboard.example.com', 'max-age=31536000'],
    ['http://localhost:3000', undefined],
  ])('asks for https for good at %s', (url, expected) => {
    setTestEnv({ NEXTAUTH_URL: url })
    expect(securityHeaders('x')['Strict-Transport-Security']).toBe(expected)
  })
})
