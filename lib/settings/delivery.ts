/** What carries a review to people. */
export const TARGET_KINDS = ['mail', 'slack', 'teams', 'google-chat'] as const
export type TargetKind = (typeof TARGET_KINDS)[number]

export const DELIVERY_PERIODS = ['week', 'month'] as const
export type DeliveryPeriod = (typeof DELIVERY_PERIODS)[number]

/**
 * Why a review has not arrived. `unreachable`, `limited` and `review` are tried again by themselves for a while, the others
 * wait for somebody.
 */
export const DELIVERY_FAILURES = [
  /** The mail server or the chat could not be reached, or had a failure of its own. */
  'unreachable',
  /** The chat takes no more just now. */
  'limited',
  /** The numbers could not be had from Allo. */
  'review',
  /** The mail server refused the address, or the chat the message. */
  'refused',
  /** There is no such webhook any more. */
  'gone',
  /** No mail server is configured. */
  'no-mail',
  /** The address was sealed with another secret of the server's. */
  'sealed',
  /** The server was down for more than a day after it was due. */
  'late',
  /** It was due while the target was paused. */
  'paused',
  /** It was due before the target was changed to get it. */
  'changed',
  /** The connection or the server ended while it was handed over: it may have arrived. */
  'interrupted',
] as const
export type DeliveryFailure = (typeof DELIVERY_FAILURES)[number]

/** What became of one review on its way to one target. Instants are ISO 8601 in UTC. */
export interface DeliveryFacts {
  reviewKey: string
  /** A mail's address; '' for a chat. */
  recipient: string
  state: 'waiting' | 'sending' | 'sent' | 'failed' | 'unknown'
  attempts: number
  error: DeliveryFailure | null
  changedAt: string
  /** When it is tried next; of `waiting` only. */
  nextAt: string | null
}

/** A target as the settings show it. */
export interface TargetFacts {
  id: string
  kind: TargetKind
  name: string
  /** Mail addresses; of a chat its host and the last characters, since the address is a secret. */
  address: string
  locale: string
  /** Minutes after midnight. */
  at: number
  periods: DeliveryPeriod[]
  paused: boolean
  /** Names what can be edited of it, as it stood when it was read. */
  revision: string
  /** When the next review is due; null while it is paused. ISO 8601. */
  nextAt: string | null
  /** The newest first. */
  deliveries: DeliveryFacts[]
}

/** What came of a test: null when it was taken. */
export interface TestAnswer {
  failure: DeliveryFailure | null
}
