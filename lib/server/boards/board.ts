import 'server-only'
import { LRUCache } from 'lru-cache'
import type { OutboundAnswer } from '@/lib/allo/schemas'
import { toCallboardError } from '@/lib/errors'
import { resolvePeriod, todayIn } from '@/lib/report/period'
import { readView } from '@/lib/report/search'
import { type Access, assertMay, assertNoLink } from '@/lib/server/access/access'
import { assertReport } from '@/lib/server/access/scope'
import type { Call } from '@/lib/server/allo'
import type { Answered } from '@/lib/server/cache'
import { remember } from '@/lib/server/remember'
import { workspace, workspaceState } from '@/lib/server/workspace'
import type { BoardAnswer } from '@/lib/tv/boards'
import type { MessageScene, Scene, ViewScene } from '@/lib/tv/show'
import { dayBoard } from './day'
import type { Drawn } from './drawn'
import { keepLast, lastAnswer } from './last'
import { leaderBoard } from './leaderboard'
import { pickupBoard } from './pickup'
import { scoreBoard } from './scoreboard'
import { askDays, momentOf, type Standing } from './standing'
import { subjectBoard } from './subject'

const DRAW: Record<ViewScene['kind'], (standing: Standing) => Promise<Drawn>> = {
  scoreboard: scoreBoard,
  leaderboard: leaderBoard,
  subject: subjectBoard,
  pickup: pickupBoard,
  day: dayBoard,
}

/** Boards that were made of the same answer within the same minute are made once, also for those who ask meanwhile. */
const made = () => remember('boards', () => new LRUCache<string, Promise<BoardAnswer>>({ max: 300 }))

function messageAnswer({ text, image }: MessageScene): BoardAnswer {
  const board = { kind: 'message' as const, text, image: image === null ? null : `/api/tv/images/${image}` }
  return { board, period: null, fetchedAt: null, failure: null }
}

/** What a scene's view asks: the day's board is always of today, beside a week ago. */
function questionOf({ kind, view }: ViewScene) {
  const { report } = readView(new URLSearchParams(view)).view
  const asked = kind === 'day' ? { ...report, period: 'today' as const, comparison: 'previous' as const } : report
  return { report, asked }
}

async function draw(
  kind: ViewScene['kind'],
  standing: Standing,
  { fetchedAt, freshness }: Answered<OutboundAnswer>,
): Promise<BoardAnswer> {
  const { board, comparedWith } = await DRAW[kind](standing)
  const { name, range, running } = standing.resolved
  return {
    board,
    period: { name, range, running, comparedWith },
    fetchedAt: new Date(fetchedAt).toISOString(),
    failure: freshness.state === 'failed' ? { code: freshness.code } : null,
  }
}

/**
 * What a scene shows at a moment, finished. All who look at the same view ask Allo once. When Allo does not answer, the last
 * numbers stand with their age, and why; those of an earlier day, too, when nothing of today came yet.
 *
 * @throws CallboardError FORBIDDEN for what is not in the reader's scope; the signal's reason for a reader who left
 */
export async function getBoard(access: Access, scene: Scene, now: Date, call: Call = {}): Promise<BoardAnswer> {
  if (scene.kind === 'message') return messageAnswer(scene)
  assertMay(access, 'reports.read')
  assertNoLink(access)
  const { kind } = scene
  const { report, asked } = questionOf(scene)
  const only = assertReport(access, 'outbound', report)

  const state = workspaceState()
  const { zone, weekStart } = state.settings
  const today = todayIn(zone, now)
  const resolved = resolvePeriod(asked, { today, weekStart })
  const { people, lines, tags } = asked
  const scope = { people, lines, tags: tags ?? workspace().conversionTags }
  const asking: Call = { priority: 'screen', ...call }
  const view = JSON.stringify([kind, asked, scope.tags, only])

  let current: Answered<OutboundAnswer>
  try {
    current = await askDays(scope, resolved.range, today, asking)
  } catch (thrown) {
    if (call.signal?.aborted) throw thrown
    return lastAnswer(view, { now, zone }, toCallboardError(thrown).code)
  }
  const { fetchedAt, freshness } = current
  const minute = Math.floor(now.getTime() / 60_000)
  const key = JSON.stringify([view, state.installation, state.revision, minute, fetchedAt, freshness])
  const known = made().get(key)
  if (known) return known

  const asOf = momentOf(current, zone)
  const day = todayIn(zone, new Date(asOf))
  const { requestId, priority } = asking
  const onLate = () => made().delete(key)
  const standing: Standing = {
    ...{ scope, only, resolved, answer: current.value, asOf, day, now, today, workspace: state },
    call: { requestId, priority },
    onLate,
  }
  const board = draw(kind, standing, current)
  made().set(key, board)
  board.then(answer => keepLast(view, answer), onLate)
  return board
}
