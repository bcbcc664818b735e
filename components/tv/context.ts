import type { useTranslations } from 'next-intl'
import type { IsoDate } from '@/lib/report/query'
import type { PanelOptions } from '@/lib/tv/render'

/** The sentences of the namespace `tv`, in the screen's language. */
export type Words = ReturnType<typeof useTranslations<'tv'>>

/** What every scene knows besides its numbers. */
export interface Wall extends PanelOptions {
  words: Words
  /** Of `now`, in the zone. */
  today: IsoDate
}
