import { describe, expect, it } from 'vitest'
import { readEnv } from './env'

const COMPLETE = {
  ALLO_API_KEY: 'ak_live_0123456789',
  NEXTAUTH_URL: 'https://callboard.example.com',
  NEXTAUTH_SECRET: 'x'.repeat(32),
  CALLBOARD_ADMIN_EMAIL: 'ana@example.com',
  CALLBOARD_ADMIN_PASSWORD: 'twelve chars',
}

function problemsOf(change: Record<string, string | undefined>): string[] {
  const read = readEnv({ ...COMPLETE, ...change })
  return 'problems' in read ? read.problems : []
}

describe('the environment', () => {
  it('needs five values and has a default for every other', () => {
    expect(readEnv(COMPLETE)).toEqual({
      env: {
        ...COMPLETE,
        ALLO_BASE_URL: 'https://api.withallo.com',
        CALLBOARD_TIME_ZONE: 'Europe/Paris',
        CALLBOARD_WEEK_START: 'monday',
        CALLBOARD_CONVERSION_TAGS: [],
        CALLBOARD_MIN_SAMPLE: 20,
        CALLBOARD_DEMO: false,
        CALLBOARD_TRUST_PROXY: false,
        CALLBOARD_LOG_LEVEL: 'info',
      },
    })
  })

  it('names everything that is missing at once', () => {
    const read = readEnv({})
    const problems = 'problems' in read ? read.problems : []
    expect(problems.map(line => line.split(' ')[0])).toEqual(Object.keys(COMPLETE))
    expect(problems[0]).toBe('ALLO_API_KEY is missing: the API key made in Allo under Settings > API')
  })

  it.each([
    ['ALLO_API_KEY', ''],
    ['ALLO_BASE_URL', 'api.withallo.com'],
    ['ALLO_BASE_URL', 'ftp://api.withallo.com'],
    ['NEXTAUTH_URL', 'callboard'],
    ['NEXTAUTH_SECRET', 'x'.repeat(31)],
    ['CALLBOARD_ADMIN_EMAIL', 'ana'],
    ['CALLBOARD_ADMIN_PASSWORD', 'eleven char'],
    ['CALLBOARD_TIME_ZONE', 'Europe/Atlantis'],
    ['CALLBOARD_WEEK_START', 'Monday'],
    ['CALLBOARD_MIN_SAMPLE', '0'],
    ['CALLBOARD_MIN_SAMPLE', 'many'],
    ['CALLBOARD_MIN_SAMPLE', '2.5'],
    ['CALLBOARD_DEMO', 'yes'],
    ['CALLBOARD_TRUST_PROXY', 'true'],
    ['CALLBOARD_LOG_LEVEL', 'loud'],
    ['PORT', '99999'],
  ])('refuses %s=%s in one line that names it', (name, value) => {
    const problems = problemsOf({ [name]: value })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(new RegExp(`^${name} (is|must)`))
  })

  it('never repeats a value, since some are secrets', () => {
    const secrets = {
      NEXTAUTH_SECRET: 'short-secret',
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
})
