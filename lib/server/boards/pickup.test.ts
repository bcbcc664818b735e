import { beforeEach, expect, it } from 'vitest'
import { answerOf } from '@/lib/report/outbound-fixture'
import { resolvePeriod } from '@/lib/report/period'
import { setTestEnv } from '@/lib/server/test-kit'
import { workspaceState } from '@/lib/server/workspace'
import { pickupBoard } from './pickup'
import type { Standing } from './standing'

const NOW = new Date('2026-04-22T07:30:00Z')
const TODAY = '2026-04-22'

type Cells = NonNullable<Parameters<typeof answerOf>[0]['heatmap']>

/** The board of last week with these calls. */
async function board(heatmap: Cells) {
  const standing: Standing = {
    scope: { people: [], lines: [], tags: [] },
    only: null,
    resolved: resolvePeriod({ period: 'last-week', comparison: 'none' }, { today: TODAY, weekStart: 'monday' }),
    answer: answerOf({ heatmap }),
    asOf: NOW.getTime(),
    day: TODAY,
    now: NOW,
    today: TODAY,
    workspace: workspaceState(),
    call: {},
    onLate: () => {},
  }
  const drawn = await pickupBoard(standing)
  if (drawn.board.kind !== 'pickup') throw new Error('another board')
  return drawn.board
}

beforeEach(() => setTestEnv())

it('tells the best hour where it stands out, and none where it may be chance', async () => {
  // 30 of 40 begins at 0.5979, above the 40 of 140 (0.2857) of the whole table.
  const stands = await board([
    ['TUESDAY', 10, 40, 30],
    ['MONDAY', 9, 100, 10],
  ])
  expect(stands.best).toMatchObject({ weekday: 'tuesday', hour: 10, rate: { k: 30, n: 40 } })
  // 14 of 40 begins at 0.2213, below the 27 of 80 (0.3375).
  const level = await board([
    ['TUESDAY', 10, 40, 14],
    ['MONDAY', 9, 40, 13],
  ])
  expect(level.best).toBeNull()
})

it('draws hours with calls alone, and no day off without any', async () => {
  const { cells, weekdays } = await board([
    ['TUESDAY', 10, 19, 3],
    ['TUESDAY', 11, 20, 3],
    ['SUNDAY', 11, 0, 0],
  ])
  expect(cells.map(({ weekday, hour, isJudged }) => [weekday, hour, isJudged])).toEqual([
    ['tuesday', 10, false],
    ['tuesday', 11, true],
  ])
  expect(weekdays).toEqual(['monday', 'tuesday', 'wednesday', 'thursday', 'friday'])
  expect((await board([['SUNDAY', 11, 1, 0]])).weekdays).toContain('sunday')
})
