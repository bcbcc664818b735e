import type { Section } from '@/lib/report/review/document'
import type { ShareSubject } from '@/lib/settings/share-link'

/** Something that a link can show to people without an account. */
export interface Shareable {
  subject: ShareSubject
  /** What the link is called unless its maker says otherwise, such as "Week 16, 13–19 April". */
  name: string
  /** The sections there are to choose from, in their order. */
  sections: readonly Section[]
}
