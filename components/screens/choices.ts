import type { Directory } from '@/lib/report/directory'
import type { SavedView } from '@/lib/report/saved-view'

/** What a scene can show, besides the periods that everybody knows. */
export interface Choices {
  /** Saved views of the dashboard: the reader's own and the team's. `search` is canonical. */
  views: (Pick<SavedView, 'id' | 'name' | 'own'> & { search: string })[]
  people: Directory['people']
  lines: Directory['lines']
}

/** What is wrong at a place of what is sent, such as `show.lineUps.0.name`. */
export type ErrorAt = (path: string) => string | undefined
