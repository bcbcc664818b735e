import 'server-only'
import { is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import * as alloSchema from './allo-schema'
import type { Ask } from './plain-sql'
import * as reviewsSchema from './reviews-schema'
import * as schema from './schema'
import * as screensSchema from './screens-schema'
import * as viewsSchema from './views-schema'

/** Our tables, each after those that it points at. */
export function tablesInOrder(): string[] {
  const needs = new Map(
    Object.values({ ...schema, ...alloSchema, ...reviewsSchema, ...screensSchema, ...viewsSchema })
      .filter(value => is(value, PgTable))
      .map(table => {
        const { name, foreignKeys } = getTableConfig(table)
        const targets = foreignKeys.map(key => getTableConfig(key.reference().foreignTable).name)
        return [name, targets.filter(target => target !== name)]
      }),
  )
  const ordered: string[] = []
  const add = (name: string) => {
    if (ordered.includes(name)) return
    for (const target of needs.get(name) ?? []) add(target)
    ordered.push(name)
  }
  for (const name of [...needs.keys()].sort()) add(name)
  return ordered
}

/** Those of our tables that the database has. */
export async function tablesThere(ask: Ask): Promise<string[]> {
  const rows = await ask<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  )
  const there = new Set(rows.map(({ name }) => name))
  return tablesInOrder().filter(name => there.has(name))
}
