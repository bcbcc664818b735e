import 'server-only'
import { z } from 'zod'
import { ROLES } from '@/lib/permissions'
import { isZone } from '@/lib/settings/settings'
import { remember } from './remember'

const flag = (initial: '0' | '1' = '0') =>
  z
    .enum(['0', '1'], { error: 'must be 0 or 1' })
    .default(initial)
    .transform(value => value === '1')

/** Tells absent from malformed. */
const complaint = (kind: string, what: string) => (issue: { input?: unknown }) =>
  issue.input === undefined ? `is missing: ${what}` : `must be an ${kind}: ${what}`

const url = (what: string) => z.url({ protocol: /^https?$/, error: complaint('http or https URL', what) })

const needed = (what: string) => z.string({ error: `is missing: ${what}` }).min(1, `is missing: ${what}`)

function whole(least: number, most: number) {
  const rule = `must be a whole number from ${least} to ${most}`
  return z.coerce.number(rule).int(rule).min(least, rule).max(most, rule)
}

const list = (text: string) =>
  [
    ...new Set(
      text
        .split(',')
        .map(part => part.trim())
        .filter(Boolean),
    ),
  ].sort()

const commaList = z.string().default('').transform(list)
const text = z.string().optional()

/** Every variable the server reads. `.env.example` lists the same names with a word on each. */
const variables = z.object({
  ALLO_API_KEY: needed('the API key made in Allo under Settings > API'),
  ALLO_BASE_URL: url("the address of Allo's API").default('https://api.withallo.com'),
  NEXTAUTH_URL: url('the address people open Callboard at, such as https://callboard.example.com'),
  NEXTAUTH_SECRET: needed('at least 32 random characters, for example from: openssl rand -base64 32').min(
    32,
    'is too short: at least 32 characters are needed',
  ),
  /** Both or neither: with them the first administrator is made at start, without them at /setup. */
  CALLBOARD_ADMIN_EMAIL: z
    .email({ error: 'must be an e-mail address: the one that the administrator signs in with' })
    .optional(),
  CALLBOARD_ADMIN_PASSWORD: z.string().min(12, 'is too short: at least 12 characters are needed').optional(),

  /** A Postgres server; without it the database is embedded and lives in CALLBOARD_DATA_DIR. */
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be a URL such as postgres://user:password@host/name' })
    .optional(),
  CALLBOARD_DATA_DIR: text,
  /** Shared by several instances; without it each keeps to its own memory. */
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'must be a URL such as redis://host:6379' }).optional(),
  /** How many instances share the key's rate budget: each one's share while Redis is away. */
  CALLBOARD_INSTANCES: whole(1, 100).default(2),

  // First values of the settings; once the workspace is there, its settings page counts.
  CALLBOARD_TIME_ZONE: z
    .string()
    .default('Europe/Paris')
    .refine(isZone, 'must be an IANA time zone such as Europe/Paris'),
  CALLBOARD_WEEK_START: z.enum(['monday', 'sunday'], { error: 'must be monday or sunday' }).default('monday'),
  CALLBOARD_CONVERSION_TAGS: commaList,
  CALLBOARD_MIN_SAMPLE: whole(1, 1000).default(20),

  /** Signing in with an e-mail address and a password; 0 leaves only the providers below. */
  CALLBOARD_PASSWORD_SIGN_IN: flag('1'),
  /** Domains of e-mail addresses that may sign in by a provider without an invitation. */
  CALLBOARD_ALLOWED_DOMAINS: commaList.transform(domains => domains.map(domain => domain.toLowerCase())),
  CALLBOARD_DEFAULT_ROLE: z.enum(ROLES, { error: `must be one of ${ROLES.join(', ')}` }).default('viewer'),
  CALLBOARD_OIDC_ISSUER: url('the issuer of an OpenID Connect provider').optional(),
  CALLBOARD_OIDC_CLIENT_ID: text,
  CALLBOARD_OIDC_CLIENT_SECRET: text,
  /** What the button says. */
  CALLBOARD_OIDC_NAME: z.string().default('OpenID'),
  CALLBOARD_GOOGLE_CLIENT_ID: text,
  CALLBOARD_GOOGLE_CLIENT_SECRET: text,
  CALLBOARD_ENTRA_TENANT_ID: text,
  CALLBOARD_ENTRA_CLIENT_ID: text,
  CALLBOARD_ENTRA_CLIENT_SECRET: text,

  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be a URL such as smtp://user:password@host:587' }).optional(),
  CALLBOARD_MAIL_FROM: z.string().default('Callboard <callboard@localhost>'),

  /** Where weekly reviews may be posted besides the chats' own hosts, such as a stand-in of tests: an address of this machine. */
  CALLBOARD_CHAT_SINK: z
    .url({ protocol: /^http$/, hostname: /^(127\.0\.0\.1|localhost)$/, error: 'must be http and on this machine' })
    .optional(),
  /** A Chromium that prints PDFs; without it the usual places are looked at. */
  CALLBOARD_CHROMIUM: text,

  /** Lets monitoring read /api/ready and /api/metrics from elsewhere than the machine itself. */
  CALLBOARD_METRICS_TOKEN: z.string().min(16, 'is too short: at least 16 characters are needed').optional(),
  /** Sites that may show Callboard in a frame, as in the CSP directive; none by default. */
  CALLBOARD_FRAME_ANCESTORS: z
    .string()
    .regex(/^[^;,\r\n]*$/, 'must be a list of origins separated by spaces')
    .default("'none'"),

  /** Of the webhook made in Allo; without it nothing is taken at its address. */
  CALLBOARD_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_(?:[A-Za-z0-9+/]{4}){4,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/, {
      error: 'must be the signing secret that Allo shows of the webhook: whsec_ and Base64',
    })
    .optional(),

  /** Whether conversations are fetched ahead from Allo, for the inbox's count and the latest calls. */
  CALLBOARD_SYNC: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),

  CALLBOARD_DEMO: flag(),
  /** Whether a proxy of ours stands in front and its X-Forwarded-For may be believed. */
  CALLBOARD_TRUST_PROXY: flag(),
  CALLBOARD_LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
      error: 'must be fatal, error, warn, info, debug or silent',
    })
    .default('info'),
  PORT: whole(0, 65_535).optional(),
})

/** The name of every variable. */
export const NAMES: readonly string[] = Object.keys(variables.shape)

/** Variables that make sense only together: with one of a group, all are needed. */
const TOGETHER = [
  ['CALLBOARD_ADMIN_EMAIL', 'CALLBOARD_ADMIN_PASSWORD'],
  ['CALLBOARD_OIDC_ISSUER', 'CALLBOARD_OIDC_CLIENT_ID', 'CALLBOARD_OIDC_CLIENT_SECRET'],
  ['CALLBOARD_GOOGLE_CLIENT_ID', 'CALLBOARD_GOOGLE_CLIENT_SECRET'],
  ['CALLBOARD_ENTRA_TENANT_ID', 'CALLBOARD_ENTRA_CLIENT_ID', 'CALLBOARD_ENTRA_CLIENT_SECRET'],
] as const

export type Env = z.infer<typeof variables>

type Given = Record<string, string | undefined>

/** What is wrong between variables, each of which may be right: told beside what is wrong with a single one. */
function problemsBetween(given: Given): string[] {
  const problems = TOGETHER.flatMap(names => {
    const missing = names.filter(name => given[name] === undefined)
    if (missing.length === names.length) return []
    return missing.map(
      name => `${name} is missing: it goes with ${names.filter(other => other !== name).join(' and ')}`,
    )
  })
  if (given.DATABASE_URL === undefined && given.CALLBOARD_DATA_DIR === undefined) {
    const what = 'the folder for the embedded database (or set DATABASE_URL to use a Postgres server)'
    problems.push(`CALLBOARD_DATA_DIR is missing: ${what}`)
  }
  return problems
}

/**
 * Reads an environment through the schema. An empty variable counts as absent.
 *
 * @returns the values, or every problem at once, one plain sentence each; never a value, since some are secrets
 */
export function readEnv(source: Given): { env: Env } | { problems: string[] } {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = variables.safeParse(given)
  const single = parsed.error?.issues.map(issue => `${issue.path.join('.')} ${issue.message}`) ?? []
  const problems = [...single, ...problemsBetween(given)]
  return parsed.success && problems.length === 0 ? { env: parsed.data } : { problems }
}

/** What is wrong with the environment of this process; empty when nothing is. */
export function checkEnv(): string[] {
  const read = readEnv(process.env)
  return 'problems' in read ? read.problems : []
}

/** The checked environment, read once, at the first use (never while the product is built). Throws with every problem named. */
export function env(): Env {
  return remember('env', () => {
    const read = readEnv(process.env)
    if ('problems' in read) throw new Error(`The environment is not complete: ${read.problems.join('; ')}`)
    return read.env
  })
}
