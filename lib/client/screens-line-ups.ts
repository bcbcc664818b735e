import { WEEKDAYS } from '@/lib/report/query'
import type { LineUp, Scene, SceneKind } from '@/lib/tv/show'

/** What each kind shows until something else is chosen; '' is the default view, the last four weeks. */
const FIRST_VIEWS: Record<Exclude<SceneKind, 'message'>, string> = {
  scoreboard: '?period=this-week',
  leaderboard: '?period=this-week',
  subject: '?period=this-week',
  day: '?period=today',
  pickup: '',
}

/** Seconds. */
const STAYS = 30
const [MORNING, NOON, EVENING] = [10 * 60, 12 * 60, 20 * 60]
const WORKDAYS = WEEKDAYS.slice(0, 5)

/** The first of `prefix-1`, `prefix-2`, … that nothing is called yet. */
export function freshId(prefix: string, taken: readonly { id: string }[]): string {
  let number = 1
  while (taken.some(({ id }) => id === `${prefix}-${number}`)) number += 1
  return `${prefix}-${number}`
}

/** A scene of a kind as it is added, to be filled in. */
export function newScene(id: string, kind: SceneKind, view?: string): Scene {
  const base = { id, seconds: STAYS, title: null }
  return kind === 'message'
    ? { ...base, kind, text: '', image: null }
    : { ...base, kind, view: view ?? FIRST_VIEWS[kind] }
}

/** The same scene as another kind; its view stays where both have one. */
export function withKind(scene: Scene, kind: SceneKind): Scene {
  if (scene.kind === kind) return scene
  const { id, seconds, title } = scene
  const view = scene.kind === 'message' || scene.kind === 'day' || kind === 'day' ? undefined : scene.view
  return { ...newScene(id, kind, view), seconds, title }
}

/** A list with the entry at `from` moved one place up (-1) or down (1); the same list where it cannot go further. */
export function moved<T>(list: readonly T[], from: number, by: -1 | 1): T[] {
  const entry = list[from]
  const to = from + by
  if (entry === undefined || to < 0 || to >= list.length) return [...list]
  return list.toSpliced(from, 1).toSpliced(to, 0, entry)
}

export const TEMPLATES = ['blank', 'powerHour', 'wrapUp', 'nightOff'] as const
export type Template = (typeof TEMPLATES)[number]

/** A line-up to begin with: an empty one for working days, an hour of who phones most, the end of a week, the night. */
export function fromTemplate(template: Template, id: string, name: string): LineUp {
  const on = (days: LineUp['when'] & object, scenes: Scene[]): LineUp => ({
    id,
    name,
    when: days,
    isOff: false,
    pinsFirst: false,
    scenes,
  })
  switch (template) {
    case 'blank':
      return on({ days: [...WORKDAYS], from: MORNING, to: NOON }, [newScene(`${id}-1`, 'scoreboard')])
    case 'powerHour':
      return on({ days: [...WORKDAYS], from: MORNING, to: MORNING + 60 }, [
        newScene(`${id}-1`, 'leaderboard', '?period=today'),
      ])
    case 'wrapUp':
      return on({ days: ['friday'], from: 16 * 60, to: 18 * 60 }, [
        newScene(`${id}-1`, 'scoreboard'),
        newScene(`${id}-2`, 'leaderboard'),
      ])
    case 'nightOff':
      return { ...on({ days: [...WEEKDAYS], from: EVENING, to: 7 * 60 }, []), isOff: true }
  }
}
