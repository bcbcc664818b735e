import 'server-only'
import pino, { type DestinationStream, type Logger } from 'pino'
import { env } from './env'
import { remember } from './remember'
import { hideSecrets } from './secrets'

/** Fields that must never be written, wherever a caller puts them one or two levels deep. */
const SECRETS = ['authorization', 'cookie', 'set-cookie', 'password', 'apiKey', 'token']

/** E.164 with or without its encoded plus: people's phone numbers stay out of the log. */
const PHONE_NUMBER = /(?:\+|%2B)\d{6,15}/gi

/** Replaces phone numbers, what looks like a secret of ours, and every given secret in a text. */
export function scrub(text: string, secrets: readonly string[] = []): string {
  let clean = text
  for (const secret of secrets) if (secret.length >= 8) clean = clean.replaceAll(secret, '[secret]')
  // Numbers last: a hash may hold what looks like one, and would no longer look like a hash.
  return hideSecrets(clean).replace(PHONE_NUMBER, '[number]')
}

/**
 * A logger of one JSON object a line.
 *
 * @param secrets texts that must not appear anywhere, even inside an error's message
 * @param destination standard output unless a test listens in
 */
export function createLog(level: string, secrets: readonly string[], destination?: DestinationStream): Logger {
  const out = destination ?? pino.destination(1)
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: label => ({ level: label }) },
      redact: {
        paths: SECRETS.flatMap(name => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]),
        censor: '[redacted]',
      },
    },
    { write: line => out.write(scrub(line, secrets)) },
  )
}

/** Variables whose values must not appear in the log. */
const SECRET_VARIABLES = [
  'ALLO_API_KEY',
  'NEXTAUTH_SECRET',
  'CALLBOARD_ADMIN_PASSWORD',
  'CALLBOARD_METRICS_TOKEN',
  'CALLBOARD_WEBHOOK_SECRET',
  'CALLBOARD_OIDC_CLIENT_SECRET',
  'CALLBOARD_GOOGLE_CLIENT_SECRET',
  'CALLBOARD_ENTRA_CLIENT_SECRET',
  'DATABASE_URL',
  'REDIS_URL',
  'SMTP_URL',
] as const

/** The process's logger. */
export function log(): Logger {
  return remember('log', () => {
    const values = env()
    return createLog(
      values.CALLBOARD_LOG_LEVEL,
      SECRET_VARIABLES.flatMap(name => values[name] ?? []),
    )
  })
}
