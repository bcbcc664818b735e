/** One place where somebody is signed in. Instants are ISO. */
export interface SessionPlace {
  id: string
  /** The one that this very request came with. */
  here: boolean
  /** Such as "Firefox" and "Windows"; null where the browser did not tell. */
  browser: string | null
  system: string | null
  /** A phone or a tablet. */
  handheld: boolean
  address: string | null
  signedInAt: string
  /** To a few minutes. */
  lastSeenAt: string
}
