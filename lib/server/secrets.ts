import 'server-only'

/** After a line's end as JSON writes it, a backslash and a letter, a new word begins. */
const AFTER_ESCAPE = String.raw`(?<=\\[nrt])`

/**
 * What our own secrets look like: tokens, keys of Allo and sealed sessions; secrets of links, and hashes of any; password
 * hashes.
 */
const SECRET = new RegExp(
  [
    String.raw`(?:\b|${AFTER_ESCAPE})(?:cb_[\w-]{20,}|ak_\w+|eyJ[\w.-]{20,})`,
    String.raw`(?:(?<![\w-])|${AFTER_ESCAPE})[\w-]{43}(?![\w-])`,
    String.raw`\$scrypt\$[\w=,$+/.-]+`,
  ].join('|'),
  'g',
)

/** The text without what looks like a secret of ours; safe on JSON, which stays JSON. */
export function hideSecrets(text: string): string {
  return text.replace(SECRET, '[secret]')
}
