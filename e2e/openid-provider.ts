import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import Provider, { type Configuration } from 'oidc-provider'
import { freePort } from '../scripts/processes.mjs'

/** Somebody at the provider, in the claims' own names. */
export interface Account {
  sub: string
  name: string
  email: string
  email_verified: boolean
}

const CLIENT = { id: 'callboard', secret: 'end-to-end-client-secret' }

/** Form fields of a POST. */
async function fieldsOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = ''
  for await (const chunk of request) text += chunk
  return new URLSearchParams(text)
}

function configuration(redirectUri: string, accounts: Map<string, Account>): Configuration {
  return {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['end-to-end-only'] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context, sub) => {
      const account = accounts.get(sub)
      return account && { accountId: sub, claims: () => ({ ...account }) }
    },
    interactions: { url: (_context, { uid }) => `/who/${uid}` },
    // Nobody is asked for consent: the company has given it for everybody.
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId: CLIENT.id, accountId: oidc.session?.accountId ?? '' })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  }
}

/** A page that asks who one is, with a button for each account. */
function askWho(response: ServerResponse, accounts: Map<string, Account>): void {
  const buttons = [...accounts.values()].map(({ sub }) => `<button name="sub" value="${sub}">${sub}</button>`)
  response.setHeader('content-type', 'text/html')
  response.end(
    `<!doctype html><link rel="icon" href="data:,"><title>Who?</title><form method="post">${buttons.join('')}</form>`,
  )
}

/**
 * A real OpenID provider (oidc-provider) on a port of its own, under the host name that the tests use everywhere.
 * It serves once it knows where to lead back to.
 */
export async function startOpenIdProvider() {
  const port = await freePort()
  const issuer = `http://localhost:${port}`
  const accounts = new Map<string, Account>()
  const asked: URLSearchParams[] = []
  const refused: string[] = []
  let provider: Provider | null = null

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!provider) return void response.writeHead(503).end()
    const url = new URL(request.url ?? '/', issuer)
    if (url.pathname === '/auth') asked.push(url.searchParams)
    if (!url.pathname.startsWith('/who/')) return provider.callback()(request, response)
    if (request.method !== 'POST') return askWho(response, accounts)
    const accountId = (await fieldsOf(request)).get('sub') ?? ''
    await provider.interactionFinished(request, response, { login: { accountId } })
  }

  const server = createServer((request, response) => void handle(request, response))
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  return {
    issuer,
    accounts,
    /** The parameters of each authorization request. */
    asked,
    /** The error of each token request that was refused. */
    refused,
    /** What Callboard has to be told. */
    env: {
      CALLBOARD_OIDC_ISSUER: issuer,
      CALLBOARD_OIDC_CLIENT_ID: CLIENT.id,
      CALLBOARD_OIDC_CLIENT_SECRET: CLIENT.secret,
      CALLBOARD_OIDC_NAME: 'Northline',
    },
    /** From now on serves the Callboard at this address. */
    serve(app: string) {
      provider = new Provider(issuer, configuration(`${app}/api/auth/callback/oidc`, accounts))
      provider.on('grant.error', (_context, error) => refused.push(error.message))
    },
    stop: () =>
      new Promise<void>(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
