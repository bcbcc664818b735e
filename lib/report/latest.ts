/** A call as the strip of latest calls shows it. Instants are ISO 8601 in UTC, durations seconds. */
export interface LatestCall {
  id: string
  direction: 'inbound' | 'outbound'
  date: string
  duration: number | null
  /** As Allo writes it: ANSWERED, VOICEMAIL, TRANSFERRED, CLOSED, or something newer. */
  result: string | null
  person: string | null
  contact: string | null
  contactNumber: string
}

/** What happened last, as far as it has been read from Allo. */
export interface Latest {
  /** Newest first, one of each conversation. */
  calls: LatestCall[]
  /** Unread conversations of all lines; null when unknown, and for whoever does not use the inbox. */
  unread: number | null
  /** When the line that waits longest was last read; null before all were. */
  syncedAt: string | null
}
