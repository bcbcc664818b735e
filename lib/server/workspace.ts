import 'server-only'
import { todayIn } from '@/lib/report/period'
import type { DeskWorkspace, IsoDate, Workspace } from '@/lib/report/query'
import { type Goal, initialSettings, type Settings, type TagSet } from '@/lib/settings/settings'
import { readWorkspace } from './db/workspaces'
import { env } from './env'
import { remember, replace } from './remember'

/** Everything that is set for the whole workspace, as of one revision. */
export interface WorkspaceState {
  revision: number
  /** Names this installation for as long as its database lives. */
  installation: string
  settings: Settings
  tagSets: TagSet[]
  goals: Goal[]
}

/** The settings of a workspace that has none yet, as the environment gives them. */
export function firstSettings(): Settings {
  const { CALLBOARD_TIME_ZONE, CALLBOARD_WEEK_START, CALLBOARD_MIN_SAMPLE } = env()
  return initialSettings({
    zone: CALLBOARD_TIME_ZONE,
    weekStart: CALLBOARD_WEEK_START,
    minSample: CALLBOARD_MIN_SAMPLE,
  })
}

/** The conversion tags that a new workspace starts with: one set of the tags in the environment, if it names any. */
export function firstTagSets(): TagSet[] {
  const tags = env().CALLBOARD_CONVERSION_TAGS
  return tags.length === 0 ? [] : [{ id: 'first', name: tags.join(', '), tags, isDefault: true }]
}

const NAME = 'workspace'

/** What is set, as this instance last read it; every request first makes sure that it is the newest (see `atRevision`). */
export function workspaceState(): WorkspaceState {
  return remember<WorkspaceState>(NAME, () => ({
    revision: 0,
    installation: '',
    settings: firstSettings(),
    tagSets: firstTagSets(),
    goals: [],
  }))
}

/** Reads everything anew; after a change of ours, and when another instance changed something. */
export async function refreshWorkspace(): Promise<void> {
  replace(NAME, await readWorkspace(firstSettings()))
}

/** Reads everything anew unless it is already of this revision. */
export async function atRevision(revision: number): Promise<void> {
  if (workspaceState().revision !== revision) await refreshWorkspace()
}

/** What reports need to know of the workspace. */
export function workspace(): Workspace {
  const { settings, tagSets } = workspaceState()
  const { zone, weekStart, minSample } = settings
  return { zone, weekStart, minSample, conversionTags: tagSets.find(set => set.isDefault)?.tags ?? [] }
}

/** What the desk's pages need to know of it besides. */
export function deskWorkspace(): DeskWorkspace {
  const { tagSets } = workspaceState()
  const sets = tagSets.toSorted((one, other) => Number(other.isDefault) - Number(one.isDefault))
  return { ...workspace(), tagSets: sets.map(({ name, tags }) => ({ name, tags })) }
}

let last = { second: Number.NaN, zone: '', date: '' }

/** Today's date in the workspace zone, by the server's clock. Worked out once a second: every request asks. */
export function today(): IsoDate {
  const now = Date.now()
  const second = Math.floor(now / 1000)
  const { zone } = workspace()
  if (last.second !== second || last.zone !== zone) last = { second, zone, date: todayIn(zone, new Date(now)) }
  return last.date
}
