import 'server-only'
import { z } from 'zod'
import { remember } from './remember'

const flag = z
  .enum(['0', '1'], { error: 'must be 0 or 1' })
  .default('0')
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

/** True for a zone name that this machine's own tables know. */
function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** Every variable the server reads. `.env.example` lists the same names with a word on each. */
const schema = z.object({
  ALLO_API_KEY: needed('the API key made in Allo under Settings > API'),
  ALLO_BASE_URL: url("the address of Allo's API").default('https://api.withallo.com'),
  NEXTAUTH_URL: url('the address people open Callboard at, such as https://callboard.example.com'),
  NEXTAUTH_SECRET: needed('at least 32 random characters, for example from: openssl rand -base64 32').min(
    32,
    'is too short: at least 32 characters are needed',
  ),
  CALLBOARD_ADMIN_EMAIL: z.email({
    error: complaint('e-mail address', 'the one that the administrator signs in with'),
  }),
  CALLBOARD_ADMIN_PASSWORD: needed("the administrator's password").min(
    12,
    'is too short: at least 12 characters are needed',
  ),
  CALLBOARD_TIME_ZONE: z
    .string()
    .default('Europe/Paris')
    .refine(isZone, 'must be an IANA time zone such as Europe/Paris'),
  CALLBOARD_WEEK_START: z.enum(['monday', 'sunday'], { error: 'must be monday or sunday' }).default('monday'),
  CALLBOARD_CONVERSION_TAGS: z
    .string()
    .default('')
    .transform(text =>
      [
        ...new Set(
          text
            .split(',')
            .map(tag => tag.trim())
            .filter(Boolean),
        ),
      ].sort(),
    ),
  CALLBOARD_MIN_SAMPLE: whole(1, 1000).default(20),
  CALLBOARD_DEMO: flag,
  /** Whether a proxy of ours stands in front and its X-Forwarded-For may be believed. */
  CALLBOARD_TRUST_PROXY: flag,
  CALLBOARD_LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
      error: 'must be fatal, error, warn, info, debug or silent',
    })
    .default('info'),
  PORT: whole(0, 65_535).optional(),
})

export type Env = z.infer<typeof schema>

/**
 * Reads an environment through the schema. An empty variable counts as absent.
 *
 * @returns the values, or every problem at once, one plain sentence each; never a value, since some are secrets
 */
export function readEnv(source: Record<string, string | undefined>): { env: Env } | { problems: string[] } {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (parsed.success) return { env: parsed.data }
  return { problems: parsed.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}`) }
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
