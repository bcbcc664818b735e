import 'server-only'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { env } from './env'

/** Claims of an id token and of userinfo together, as far as we look at them (OpenID Connect Core §5.1 and makers' own); nobody has checked their types. */
export interface Claims {
  sub: string
  name?: string
  email?: string
  email_verified?: unknown
  preferred_username?: unknown
  /** Google: the company whose account it is. */
  hd?: unknown
  /** Microsoft: the owner of the mail's domain was verified. */
  xms_edov?: unknown
}

export interface Provider {
  /** In addresses: `/api/auth/callback/<id>`. */
  id: 'google' | 'entra' | 'oidc'
  /** What the button says. */
  name: string
  /** Whose subjects they are, in the table of identities: subjects mean something within one issuer only. */
  issuer: string
  clientId: string
  clientSecret: string
  /** The address in the claims if it is certainly this person's, else null. */
  provenEmail(claims: Claims): string | null
}

const text = (value: unknown): string | null => (typeof value === 'string' && value.includes('@') ? value : null)
const isTrue = (value: unknown) => value === true || value === 'true' || value === 1 || value === '1'

/** Any issuer: only what it says it has verified. */
function verifiedEmail({ email, email_verified }: Claims): string | null {
  return isTrue(email_verified) ? text(email) : null
}

/**
 * Google vouches for its own addresses and those of companies that it hosts; what else people typed in was verified once
 * and may have passed to somebody else since (developers.google.com/identity/gsi/web/guides/verify-google-id-token).
 */
function googleEmail(claims: Claims): string | null {
  const email = verifiedEmail(claims)
  return typeof claims.hd === 'string' || email?.toLowerCase().endsWith('@gmail.com') ? email : null
}

/** A tenant's administrators decide on its addresses; in what is open to every tenant, anybody's administrator does. */
const ANY_TENANT = new Set(['common', 'organizations', 'consumers'])

/** Microsoft has no `email_verified`. In one's own tenant the address is trusted, elsewhere only when the domain's owner was verified. */
function entraEmail(tenant: string) {
  return (claims: Claims) => {
    if (ANY_TENANT.has(tenant)) return isTrue(claims.xms_edov) ? text(claims.email) : null
    return text(claims.email) ?? text(claims.preferred_username)
  }
}

function google(): Provider | null {
  const { CALLBOARD_GOOGLE_CLIENT_ID: clientId, CALLBOARD_GOOGLE_CLIENT_SECRET: clientSecret } = env()
  if (!clientId || !clientSecret) return null
  const issuer = 'https://accounts.google.com'
  return { id: 'google', name: 'Google', issuer, clientId, clientSecret, provenEmail: googleEmail }
}

function entra(): Provider | null {
  const { CALLBOARD_ENTRA_TENANT_ID: tenant, CALLBOARD_ENTRA_CLIENT_ID: clientId } = env()
  const clientSecret = env().CALLBOARD_ENTRA_CLIENT_SECRET
  if (!tenant || !clientId || !clientSecret) return null
  const issuer = `https://login.microsoftonline.com/${tenant}/v2.0`
  return { id: 'entra', name: 'Microsoft', issuer, clientId, clientSecret, provenEmail: entraEmail(tenant) }
}

function oidc(): Provider | null {
  const { CALLBOARD_OIDC_ISSUER: issuer, CALLBOARD_OIDC_CLIENT_ID: clientId, CALLBOARD_OIDC_NAME: name } = env()
  const clientSecret = env().CALLBOARD_OIDC_CLIENT_SECRET
  if (!issuer || !clientId || !clientSecret) return null
  return { id: 'oidc', name, issuer, clientId, clientSecret, provenEmail: verifiedEmail }
}

/** The providers that are configured, in the order of their buttons. */
export function providers(): Provider[] {
  return [google(), entra(), oidc()].filter(provider => provider !== null)
}

/** As the sign-in page shows them: no more than the button needs. */
export function providerButtons(): Pick<Provider, 'id' | 'name'>[] {
  return providers().map(({ id, name }) => ({ id, name }))
}

/** Whether people may sign in with an e-mail address and a password. */
export function passwordsCount(): boolean {
  return env().CALLBOARD_PASSWORD_SIGN_IN
}

/** The claims of the id token, which openid-client has verified; next-auth's types do not tell that they are there. */
function claimsOf(tokens: object): Claims {
  if ('claims' in tokens && typeof tokens.claims === 'function') return tokens.claims()
  throw new Error('no id token')
}

/**
 * The claims of the id token and of userinfo together. What vouches for an address stays with it: an address that only
 * userinfo tells is not proven by what the id token says of another one.
 */
export function joinClaims(token: Claims, userinfo: Claims): Claims {
  const { email_verified, xms_edov, ...rest } = token
  const sameAddress = userinfo.email === undefined || userinfo.email === token.email
  return { ...rest, ...(sameAddress && { email_verified, xms_edov }), ...userinfo }
}

/** A provider as next-auth wants it: OpenID Connect with PKCE, state and nonce, for all of them alike. */
export function toNextAuth({ id, name, issuer, clientId, clientSecret }: Provider) {
  return {
    id,
    name,
    type: 'oauth',
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    clientId,
    clientSecret,
    userinfo: {
      // An id token alone often lacks name and e-mail address.
      async request({ client, tokens }) {
        const claims = claimsOf(tokens)
        if (client.issuer.metadata.userinfo_endpoint === undefined || !tokens.access_token) return claims
        const more = await client.userinfo(tokens.access_token)
        if (more.sub !== claims.sub) throw new Error('userinfo of another subject')
        return joinClaims(claims, more)
      },
    },
    profile: claims => ({ id: claims.sub, name: '', email: '' }),
  } satisfies OAuthConfig<Claims>
}
