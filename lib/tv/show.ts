import { z } from 'zod'
import { WEEKDAYS } from '@/lib/report/query'

/*
 * What a screen shows, as it is chosen at the desk: line-ups of scenes, when each is on, and what the screen may tell.
 * Messages of a refusal are keys under `fields` in the catalogue.
 */

export const SCENE_KINDS = ['scoreboard', 'leaderboard', 'pickup', 'day', 'subject', 'message'] as const
export type SceneKind = (typeof SCENE_KINDS)[number]

const DAY_MINUTES = 24 * 60

/** Minutes after midnight in the workspace zone; `to` before `from` reaches over midnight. */
const span = z.object({ from: z.int().min(0).max(DAY_MINUTES), to: z.int().min(0).max(DAY_MINUTES) })

const base = {
  id: z.string().min(1).max(40),
  /** For how long it stays when scenes take turns. */
  seconds: z.int('number').min(5, 'number').max(600, 'number'),
  /** null for the scene's own title. */
  title: z.string().trim().max(60, 'long').nullable(),
}

/** A saved view drawn for the wall: an outbound report (canonical search string, '' for the default one) in one of five looks. */
const viewScene = z.object({
  ...base,
  kind: z.enum(['scoreboard', 'leaderboard', 'pickup', 'day', 'subject']),
  view: z.string().max(2048, 'long'),
})

const messageScene = z.object({
  ...base,
  kind: z.literal('message'),
  text: z.string().trim().max(280, 'long'),
  /** Id of a picture kept by us; null for none. */
  image: z.string().max(64).nullable(),
})

export const sceneSchema = z.discriminatedUnion('kind', [viewScene, messageScene])
export type Scene = z.infer<typeof sceneSchema>
export type ViewScene = z.infer<typeof viewScene>
export type MessageScene = z.infer<typeof messageScene>

const lineUpSchema = z
  .object({
    id: z.string().min(1).max(40),
    name: z.string().trim().min(1, 'required').max(40, 'long'),
    /** null for the line-up of all other times; there is exactly one. */
    when: span.extend({ days: z.array(z.enum(WEEKDAYS)).min(1, 'required') }).nullable(),
    /** A dark screen: nothing is shown but a dot that proves it is alive. */
    isOff: z.boolean(),
    /** The first scene stays while the others take turns beside it. */
    pinsFirst: z.boolean(),
    scenes: z.array(sceneSchema).max(20, 'long'),
  })
  .refine(({ isOff, scenes }) => isOff || scenes.length > 0, { error: 'required', path: ['scenes'] })

export type LineUp = z.infer<typeof lineUpSchema>

export const showSchema = z.object({
  lineUps: z
    .array(lineUpSchema)
    .min(1)
    .max(12, 'long')
    .refine(lineUps => lineUps.filter(({ when }) => when === null).length === 1, { error: 'required' }),
  language: z.enum(['en', 'fr']),
  theme: z.enum(['dark', 'light']),
  /** Names of contacts and their companies may stand on this wall. Phone numbers are always masked. */
  showsContacts: z.boolean(),
  showsCompanies: z.boolean(),
  celebrates: z.boolean(),
  /** No celebrations between these times; null for none. */
  quietHours: span.nullable(),
})

export type Show = z.infer<typeof showSchema>

/** What a new screen shows: the team's running week, with who phones most. */
export function firstShow(language: Show['language']): Show {
  const scene = (id: string, kind: ViewScene['kind'], view: string, seconds: number): ViewScene => ({
    id,
    kind,
    view,
    seconds,
    title: null,
  })
  return {
    lineUps: [
      {
        id: 'always',
        name: language === 'fr' ? 'Toujours' : 'Always',
        when: null,
        isOff: false,
        pinsFirst: false,
        scenes: [
          scene('week', 'scoreboard', '?period=this-week', 30),
          scene('day', 'day', '?period=today', 20),
          scene('pickup', 'pickup', '?period=last-4-weeks', 20),
        ],
      },
    ],
    language,
    theme: 'dark',
    showsContacts: false,
    showsCompanies: false,
    celebrates: true,
    quietHours: null,
  }
}
