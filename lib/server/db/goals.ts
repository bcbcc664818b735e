import 'server-only'
import type { Goal } from '@/lib/settings/settings'
import type { Db } from './database'
import { goals } from './schema'

/** Every goal, as of the transaction. */
export function listGoals(tx: Db): Promise<Goal[]> {
  return tx.select().from(goals)
}

/** Puts these goals in the place of all others. */
export async function replaceGoals(tx: Db, next: Goal[]): Promise<void> {
  await tx.delete(goals)
  if (next.length > 0) await tx.insert(goals).values(next)
}
