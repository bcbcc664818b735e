import 'server-only'
import { z } from 'zod'
import { showSchema } from '@/lib/tv/show'

/** Control characters, and those that turn the direction of the text around them. */
const UNFIT = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u

const text = z
  .string('required')
  .trim()
  .max(60, 'long')
  .refine(value => !UNFIT.test(value), 'invalid')
const name = text.min(1, 'required')

/** A screen to be paired; `code: null` for a player that is given its secret by hand. */
export const newScreenSchema = z.strictObject({
  code: z.string('required').trim().min(1, 'required').max(20, 'codeUnknown').nullable(),
  name,
  place: text,
  show: showSchema,
  hasSound: z.boolean(),
})
export type NewScreen = z.output<typeof newScreenSchema>

/** What may be changed of one, and what the writer looked at. Sound is armed when it is paired, and only then. */
export const screenChangeSchema = z.strictObject({
  revision: z.string('required').max(64),
  name: name.optional(),
  place: text.optional(),
  show: showSchema.optional(),
})
export type ScreenChange = z.output<typeof screenChangeSchema>

export const commandSchema = z.strictObject({ command: z.enum(['reload', 'blink']) })

/** The secret out of an address. */
export const keySchema = z.strictObject({ secret: z.string('required').max(200) })
