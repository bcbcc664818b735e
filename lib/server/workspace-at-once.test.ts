import { beforeEach, describe, expect, inject, it } from 'vitest'
import { GOAL_METRICS } from '@/lib/settings/settings'
import { query } from './db/database'
import { audit, tagSets, workspaces } from './db/schema'
import { changeGoals } from './goals'
import { withPostgresDatabase } from './postgres-kit'
import { changeSettings } from './settings'
import { addTagSet, chooseDefaultTagSet, removeTagSet } from './tag-sets'
import { ADMIN } from './test-kit'
import { firstSettings, refreshWorkspace, workspaceState } from './workspace'
import { resetWorkspace } from './workspace-kit'

const origin = { address: null, userAgent: null, requestId: 'req_at_once' }
const server = inject('postgresUrl')
const TIMES = Array.from({ length: 12 }, (_, n) => n)

/** How many of the changes were kept, and the codes of those that were not. */
async function outcomesOf(changes: Promise<unknown>[]) {
  const outcomes = await Promise.allSettled(changes)
  const refused = outcomes.flatMap(outcome => (outcome.status === 'rejected' ? [outcome.reason.code] : []))
  return { kept: outcomes.length - refused.length, refused: [...new Set(refused)] }
}

describe.skipIf(server === null)('changes of the workspace that meet, on a Postgres server', () => {
  withPostgresDatabase(server)
  beforeEach(resetWorkspace)

  const lines = async () => (await query(db => db.select().from(audit))).length

  it('keep one of the settings that were made of the same ones, and tell of one', async () => {
    const { revision } = workspaceState()
    const change = (n: number) =>
      changeSettings(ADMIN, { settings: { ...firstSettings(), minSample: 100 + n }, revision }, origin)
    expect(await outcomesOf(TIMES.map(change))).toEqual({ kept: 1, refused: ['CONFLICT'] })
    await refreshWorkspace()
    expect(workspaceState()).toMatchObject({ revision: revision + 1, settings: { minSample: expect.any(Number) } })
    expect(workspaceState().settings.minSample).toBeGreaterThanOrEqual(100)
    expect(await lines()).toBe(1)
  })

  it('leave one default set, whoever chooses and whoever deletes', async () => {
    const names = ['a', 'b', 'c']
    await Promise.all(names.map(name => addTagSet(ADMIN, { name, tags: [name] }, origin)))
    await refreshWorkspace()
    const ids = workspaceState().tagSets.map(set => set.id)
    expect(ids).toHaveLength(4)
    const choices = TIMES.map(n => chooseDefaultTagSet(ADMIN, ids[n % 4] ?? '', origin))
    expect(await outcomesOf(choices)).toEqual({ kept: 12, refused: [] })
    const { refused } = await outcomesOf(ids.map(id => removeTagSet(ADMIN, id, origin)))
    expect(refused).toEqual(['CONFLICT'])
    await refreshWorkspace()
    expect(workspaceState().tagSets.map(set => set.isDefault)).toEqual([true])
  })

  it('make one default of several first sets, and give a name once', async () => {
    await query(db => db.delete(tagSets))
    const sets = TIMES.map(n => addTagSet(ADMIN, { name: `Set ${n % 6}`, tags: [`t${n}`] }, origin))
    expect(await outcomesOf(sets)).toEqual({ kept: 6, refused: ['INVALID_INPUT'] })
    await refreshWorkspace()
    expect(workspaceState().tagSets.filter(set => set.isDefault)).toHaveLength(1)
  })

  it('keep all of one list of goals and none of another', async () => {
    const { revision } = workspaceState()
    const list = (perWeek: number) => GOAL_METRICS.map(metric => ({ subject: 'team', metric, perWeek }))
    const changes = TIMES.map(n => changeGoals(ADMIN, { goals: list(n + 1), revision }, origin))
    expect(await outcomesOf(changes)).toEqual({ kept: 1, refused: ['CONFLICT'] })
    await refreshWorkspace()
    expect(new Set(workspaceState().goals.map(goal => goal.perWeek)).size).toBe(1)
    expect(workspaceState().goals).toHaveLength(4)
  })

  it.each<[string, Record<string, unknown>]>([
    ['no setting', {}],
    ['broken ones beside unknown ones', { zone: 7, businessHours: { monday: 'all day' }, colour: 'green' }],
  ])('start from defaults with %s', async (_, settings) => {
    await query(db => db.update(workspaces).set({ settings }))
    await refreshWorkspace()
    expect(workspaceState().settings).toEqual(firstSettings())
  })
})
