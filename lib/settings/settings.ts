import { z } from 'zod'
import { type IsoDate, WEEKDAYS, type Weekday } from '@/lib/report/query'

/*
 * What an administrator sets for everybody. Kept as one document in the database; the environment gives the first values.
 */

/** A stretch of working time on one day, in minutes after midnight in the workspace zone. */
export interface WorkingHours {
  from: number
  to: number
}

/** A day on which nobody is expected to phone. */
export interface Holiday {
  date: IsoDate
  name: string
}

const DAY_MINUTES = 24 * 60

/** True for a zone name that this machine's own tables know. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

const hours = z
  .object({ from: z.int().min(0).max(DAY_MINUTES), to: z.int().min(0).max(DAY_MINUTES) })
  .refine(({ from, to }) => from < to, { error: 'order', path: ['to'] })

/** The stretches of one day, in order and apart from each other. */
const dayHours = z
  .array(hours)
  .max(4, 'long')
  .superRefine((stretches, context) => {
    stretches.forEach(({ from }, index) => {
      const before = stretches[index - 1]
      if (before && from < before.to) context.addIssue({ code: 'custom', message: 'overlap', path: [index, 'from'] })
    })
  })

const holidays = z
  .array(z.object({ date: z.iso.date('date'), name: z.string().trim().min(1, 'required').max(80, 'long') }))
  .max(400, 'long')
  .superRefine((days, context) => {
    const seen = new Set<IsoDate>()
    days.forEach(({ date }, index) => {
      if (seen.has(date)) context.addIssue({ code: 'custom', message: 'taken', path: [index, 'date'] })
      seen.add(date)
    })
  })

const OFFICE: WorkingHours[] = [{ from: 9 * 60, to: 18 * 60 }]

/** Messages of a refusal are keys under `fields` in the catalogue. */
export const settingsSchema = z.object({
  zone: z.string().refine(isZone, 'zone'),
  weekStart: z.enum(['monday', 'sunday']),
  /** Denominators below this are never judged ("too few calls"). */
  minSample: z.int('number').min(1, 'number').max(1000, 'number'),
  /** By weekday; a day off has none. */
  businessHours: z.record(z.enum(WEEKDAYS), dayHours),
  /** Each date once. */
  holidays,
  /** Whether reps see each other's numbers, or only the team's and their own. */
  repsSee: z.enum(['everybody', 'own']),
  /** Days for which the audit log is kept. */
  auditDays: z.int('number').min(30, 'number').max(3650, 'number'),
})

export type Settings = z.infer<typeof settingsSchema>

/** Monday to Friday, nine to six. */
export const DEFAULT_HOURS: Record<Weekday, WorkingHours[]> = {
  monday: OFFICE,
  tuesday: OFFICE,
  wednesday: OFFICE,
  thursday: OFFICE,
  friday: OFFICE,
  saturday: [],
  sunday: [],
}

/** What a new workspace starts with; zone, week start and threshold come from the environment. */
export function initialSettings(given: Pick<Settings, 'zone' | 'weekStart' | 'minSample'>): Settings {
  return { ...given, businessHours: DEFAULT_HOURS, holidays: [], repsSee: 'everybody', auditDays: 365 }
}

/** Some tags that together make a conversion. */
export interface TagSet {
  id: string
  name: string
  tags: string[]
  isDefault: boolean
}

export const GOAL_METRICS = ['dials', 'connected', 'conversations', 'conversions'] as const
export type GoalMetric = (typeof GOAL_METRICS)[number]

/** What a week should bring. `subject` is `team` or the id of an Allo user. */
export interface Goal {
  subject: string
  metric: GoalMetric
  perWeek: number
}
