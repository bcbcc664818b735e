/** For how long Allo remembers an idempotency key, in milliseconds. */
export const KEY_LASTS = 3_600_000

/** A text as it is being written to one number. */
export interface TextDraft {
  message: string
  /** What it is to be sent from, where the reader chose. */
  from: string | null
  /** Goes along with each attempt to send it, so that Allo sends it once. null until the first. */
  key: string | null
  /** The last attempt whose outcome is not known: still on its way, or without an answer. */
  attempt: { from: string; message: string; at: number } | null
}

export const NO_DRAFT: TextDraft = { message: '', from: null, key: null, attempt: null }

/** Whether sending this would repeat the attempt whose outcome is not known. */
export function repeatsAttempt({ attempt, message }: TextDraft, from: string): boolean {
  return attempt !== null && attempt.message === message && attempt.from === from
}

/**
 * The draft at the moment it is sent. The key stays for as long as the same words go the same way; other words are another
 * text, which under the old key would not be sent at all.
 *
 * @param now milliseconds since the epoch
 */
export function toAttempt(
  draft: TextDraft,
  from: string,
  now: number,
  newKey: () => string,
): TextDraft & { key: string } {
  const repeats = repeatsAttempt(draft, from)
  const key = draft.key !== null && (repeats || draft.attempt === null) ? draft.key : newKey()
  const at = repeats && draft.attempt ? draft.attempt.at : now
  return { ...draft, key, attempt: { from, message: draft.message, at } }
}

/** After an answer that says that nothing was sent: the words stay, and the key, which was not used up. */
export function afterRefusal(draft: TextDraft): TextDraft {
  return { ...draft, attempt: null }
}

/** Reads what `JSON.stringify` made of a draft; NO_DRAFT for anything else. */
export function readDraft(text: string): TextDraft {
  try {
    const read: unknown = JSON.parse(text)
    if (typeof read !== 'object' || read === null || !('message' in read) || typeof read.message !== 'string')
      return NO_DRAFT
    const from = 'from' in read && typeof read.from === 'string' ? read.from : null
    const key = 'key' in read && typeof read.key === 'string' ? read.key : null
    return { message: read.message, from, key, attempt: 'attempt' in read ? readAttempt(read.attempt) : null }
  } catch {
    return NO_DRAFT
  }
}

function readAttempt(read: unknown): TextDraft['attempt'] {
  if (typeof read !== 'object' || read === null) return null
  if (!('from' in read) || !('message' in read) || !('at' in read)) return null
  const { from, message, at } = read
  return typeof from === 'string' && typeof message === 'string' && typeof at === 'number'
    ? { from, message, at }
    : null
}
