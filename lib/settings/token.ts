/** For how long an API token may be made to last, in days. */
export const TOKEN_DAYS = [30, 90, 365] as const

/** An API token as the list shows it. Instants are ISO 8601. */
export interface TokenFacts {
  id: string
  name: string
  /** The secret's last four characters. */
  hint: string
  /** Name of who made it; null when that is not known any more. */
  createdBy: string | null
  createdAt: string
  /** To a minute; null for never. */
  lastUsedAt: string | null
  /** null for a token that does not expire by itself. */
  expiresAt: string | null
  expired: boolean
}

/** A token at the one moment when its secret is known. */
export interface MadeToken {
  id: string
  secret: string
  expiresAt: string | null
}
