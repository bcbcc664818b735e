import 'server-only'
import { todayIn } from '@/lib/report/period'
import type { IsoDate, Workspace } from '@/lib/report/query'
import { env } from './env'

/** What reports need to know of the workspace, from the environment. */
export function workspace(): Workspace {
  const { CALLBOARD_TIME_ZONE, CALLBOARD_WEEK_START, CALLBOARD_MIN_SAMPLE, CALLBOARD_CONVERSION_TAGS } = env()
  return {
    zone: CALLBOARD_TIME_ZONE,
    weekStart: CALLBOARD_WEEK_START,
    minSample: CALLBOARD_MIN_SAMPLE,
    conversionTags: CALLBOARD_CONVERSION_TAGS,
  }
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
