import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { NAMES, readEnv } from './env'

const COMPLETE = {
  ALLO_API_KEY: 'ak_live_0123456789',
  NEXTAUTH_URL: 'https://callboard.example.com',
  NEXTAUTH_SECRET: 'x'.repeat(32),
  CALLBOARD_DATA_DIR: '/var/lib/callboard',
}

const problemsIn = (source: Record<string, string | undefined>) => {
  const read = readEnv(source)
  return 'problems' in read ? read.problems : []
}
const problemsOf = (change: Record<string, string | undefined>) => problemsIn({ ...COMPLETE, ...change })

/** The first word of each problem. */
const names = (problems: string[]) => problems.map(line => line.split(' ')[0])

describe('the environment', () => {
  it('needs four values and has a default for every other', () => {
    expect(readEnv(COMPLETE)).toEqual({
      env: {
        ...COMPLETE,
        ALLO_BASE_URL: 'https://api.withallo.com',
        CALLBOARD_INSTANCES: 2,
        CALLBOARD_TIME_ZONE: 'Europe/Paris',
        CALLBOARD_WEEK_START: 'monday',
        CALLBOARD_CONVERSION_TAGS: [],
        CALLBOARD_MIN_SAMPLE: 20,
        CALLBOARD_PASSWORD_SIGN_IN: true,
        CALLBOARD_ALLOWED_DOMAINS: [],
        CALLBOARD_DEFAULT_ROLE: 'viewer',
        CALLBOARD_OIDC_NAME: 'OpenID',
        CALLBOARD_MAIL_FROM: 'Callboard <callboard@localhost>',
        CALLBOARD_FRAME_ANCESTORS: "'none'",
        CALLBOARD_SYNC: 'on',
        CALLBOARD_DEMO: false,
        CALLBOARD_TRUST_PROXY: false,
        CALLBOARD_LOG_LEVEL: 'info',
      },
    })
  })

  it('names everything that is missing at once', () => {
    const problems = problemsIn({})
    expect(names(problems)).toEqual(Object.keys(COMPLETE))
    expect(problems[0]).toBe('ALLO_API_KEY is missing: the API key made in Allo under Settings > API')
    expect(problems[3]).toContain('DATABASE_URL')
  })

  it('takes a Postgres server in place of a folder', () => {
    const { CALLBOARD_DATA_DIR: _, ...rest } = COMPLETE
    expect(names(problemsIn(rest))).toEqual(['CALLBOARD_DATA_DIR'])
    expect(problemsIn({ ...rest, DATABASE_URL: 'postgres://callboard:secret@db/callboard' })).toEqual([])
  })

  it.each([
    [['CALLBOARD_ADMIN_EMAIL'], ['CALLBOARD_ADMIN_PASSWORD']],
    [['CALLBOARD_ADMIN_PASSWORD'], ['CALLBOARD_ADMIN_EMAIL']],
    [['CALLBOARD_OIDC_ISSUER'], ['CALLBOARD_OIDC_CLIENT_ID', 'CALLBOARD_OIDC_CLIENT_SECRET']],
    [['CALLBOARD_OIDC_CLIENT_ID', 'CALLBOARD_OIDC_CLIENT_SECRET'], ['CALLBOARD_OIDC_ISSUER']],
    [['CALLBOARD_GOOGLE_CLIENT_ID'], ['CALLBOARD_GOOGLE_CLIENT_SECRET']],
    [['CALLBOARD_ENTRA_TENANT_ID'], ['CALLBOARD_ENTRA_CLIENT_ID', 'CALLBOARD_ENTRA_CLIENT_SECRET']],
  ])('%j does not go without %j', (given, missing) => {
    const value: Record<string, string> = {
      CALLBOARD_ADMIN_EMAIL: 'ana@example.com',
      CALLBOARD_OIDC_ISSUER: 'https://id.example.com',
    }
    const problems = problemsOf(Object.fromEntries(given.map(name => [name, value[name] ?? 'twelve characters'])))
    expect(names(problems)).toEqual(missing)
    for (const problem of problems) for (const name of given) expect(problem).toContain(name)
  })

  it.each([
    ['ALLO_API_KEY', ''],
    ['ALLO_BASE_URL', 'api.withallo.com'],
    ['ALLO_BASE_URL', 'ftp://api.withallo.com'],
    ['NEXTAUTH_URL', 'callboard'],
    ['NEXTAUTH_SECRET', 'x'.repeat(31)],
    ['CALLBOARD_TIME_ZONE', 'Europe/Atlantis'],
    ['CALLBOARD_WEEK_START', 'Monday'],
    ['CALLBOARD_MIN_SAMPLE', '0'],
    ['CALLBOARD_MIN_SAMPLE', 'many'],
    ['CALLBOARD_MIN_SAMPLE', '2.5'],
    ['CALLBOARD_DEMO', 'yes'],
    ['CALLBOARD_SYNC', '1'],
    ['CALLBOARD_TRUST_PROXY', 'true'],
    ['CALLBOARD_LOG_LEVEL', 'loud'],
    ['PORT', '99999'],
    ['DATABASE_URL', 'mysql://db/callboard'],
    ['DATABASE_URL', 'db'],
    ['REDIS_URL', 'http://cache:6379'],
    ['CALLBOARD_INSTANCES', '0'],
    ['CALLBOARD_PASSWORD_SIGN_IN', 'no'],
    ['CALLBOARD_DEFAULT_ROLE', 'owner'],
    ['SMTP_URL', 'mail.example.com'],
    ['CALLBOARD_METRICS_TOKEN', 'fifteen letters'],
    ['CALLBOARD_WEBHOOK_SECRET', 'c2VjcmV0IG9mIHRoZSB3ZWJob29r'],
    ['CALLBOARD_WEBHOOK_SECRET', 'whsec_not base64 at all, and long'],
    ['CALLBOARD_WEBHOOK_SECRET', 'whsec_c2hvcnQ='],
    ['CALLBOARD_FRAME_ANCESTORS', "'none'; script-src *"],
    ['CALLBOARD_FRAME_ANCESTORS', "'none'\r\nSet-Cookie: a=b"],
  ])('refuses %s=%s in one line that names it', (name, value) => {
    const problems = problemsOf({ [name]: value })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(new RegExp(`^${name} (is|must)`))
  })

  it.each([
    ['ana', 'twelve chars', 'CALLBOARD_ADMIN_EMAIL must be'],
    ['ana@example.com', 'eleven char', 'CALLBOARD_ADMIN_PASSWORD is too short'],
  ])('refuses %s with the password %s', (email, password, words) => {
    const problems = problemsOf({ CALLBOARD_ADMIN_EMAIL: email, CALLBOARD_ADMIN_PASSWORD: password })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(words)
  })

  it('never repeats a value, since some are secrets', () => {
    const secrets = {
      NEXTAUTH_SECRET: 'short-secret',
      DATABASE_URL: 'canary://user:password@db',
      CALLBOARD_METRICS_TOKEN: 'canary token',
      CALLBOARD_ADMIN_PASSWORD: 'pw-canary',
      NEXTAUTH_URL: 'canary url',
    }
    const text = problemsOf(secrets).join()
    for (const secret of Object.values(secrets)) expect(text).not.toContain(secret)
  })

  it('reads tags as a sorted list without blanks or repeats', () => {
    expect(readEnv({ ...COMPLETE, CALLBOARD_CONVERSION_TAGS: ' won, meeting_booked,,won ' })).toMatchObject({
      env: { CALLBOARD_CONVERSION_TAGS: ['meeting_booked', 'won'] },
    })
  })

  it('is written down, every variable with a word, in .env.example', () => {
    const text = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8')
    const written = [...text.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map(match => match[1])
    expect(written.toSorted()).toEqual([...NAMES].sort())
    for (const paragraph of text.split('\n\n')) {
      if (/^#? ?[A-Z][A-Z_]+=/m.test(paragraph)) expect(paragraph).toMatch(/^# [A-Z\d]/)
    }
  })
})
