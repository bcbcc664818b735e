import 'server-only'
import { eq } from 'drizzle-orm'
import type { TagSet } from '@/lib/settings/settings'
import type { TagSetInput } from '@/lib/settings/tag-set-input'
import type { Db } from './database'
import { newId } from './ids'
import { tagSets } from './schema'

/** Every set, oldest first, as of the transaction. */
export function listTagSets(tx: Db): Promise<TagSet[]> {
  const { id, name, tags, isDefault } = tagSets
  return tx.select({ id, name, tags, isDefault }).from(tagSets).orderBy(tagSets.createdAt, tagSets.id)
}

/** Adds a set and answers its id. */
export async function insertTagSet(tx: Db, { name, tags }: TagSetInput, isDefault: boolean): Promise<string> {
  const id = newId('set')
  await tx.insert(tagSets).values({ id, name, tags, isDefault })
  return id
}

export async function updateTagSet(tx: Db, id: string, { name, tags }: TagSetInput): Promise<void> {
  await tx.update(tagSets).set({ name, tags }).where(eq(tagSets.id, id))
}

/** Makes this set the default and no other: the one that was is told first, because the database allows no two. */
export async function makeDefault(tx: Db, id: string): Promise<void> {
  await tx.update(tagSets).set({ isDefault: false }).where(eq(tagSets.isDefault, true))
  await tx.update(tagSets).set({ isDefault: true }).where(eq(tagSets.id, id))
}

export async function deleteTagSet(tx: Db, id: string): Promise<void> {
  await tx.delete(tagSets).where(eq(tagSets.id, id))
}
