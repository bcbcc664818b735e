import 'server-only'
import { remember } from '@/lib/server/remember'
import { sharedAnswers } from '@/lib/server/shared/shared'
import type { SharedAnswers } from '@/lib/server/shared/sharing'

interface News {
  answers: SharedAnswers
  listeners: Set<(id: string) => void>
}

function hear(id: string): void {
  for (const listener of news().listeners) listener(id)
}

/** Over Redis, where there is one, each instance hears what others changed; the one that changed it is told in any case. */
const news = () =>
  remember<News>('screen news', () => {
    const answers = sharedAnswers('screens')
    answers.onForget(what => {
      if ('key' in what) hear(what.key)
    })
    return { answers, listeners: new Set() }
  })

/** Tells everybody who shows a screen that its row has changed, or is gone. After the change, not within its transaction. */
export async function tellScreenChange(id: string): Promise<void> {
  hear(id)
  await news().answers.forget({ key: id })
}

/**
 * Calls back with the id of each screen that is changed, commanded or revoked, at once. Without Redis only of changes made
 * on this instance: those of others are found by looking.
 *
 * @returns what stops it
 */
export function onScreenChange(listener: (id: string) => void): () => void {
  const { listeners } = news()
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
