import type { useTranslations } from 'next-intl'
import type { Directory } from '@/lib/report/directory'
import type { OutboundReport } from '@/lib/report/outbound'

/** What every call is shown against, whichever call it is. */
export interface CallContext {
  /** IANA zone of all times. */
  zone: string
  /** Today in that zone: other years are told. */
  today: string
  /** Tags that count as a conversion. */
  conversionTags: string[]
  /** Names of people, lines and tags; null while they are not known. */
  directory: Directory | null
}

/** The messages of `call`. Rows get them handed down: a translator for each of twenty rows would slow the opening. */
export type CallWords = ReturnType<typeof useTranslations<'call'>>

/** Takes the context of calls from the report they are opened from. */
export function contextOf({ zone, today, tags }: OutboundReport, directory: Directory | null): CallContext {
  return { zone, today, conversionTags: tags, directory }
}
