import 'server-only'
import { z } from 'zod'
import { readId } from '@/lib/report/address-values'
import { measureSchema } from '@/lib/report/review/commitments'
import { SECTIONS } from '@/lib/report/review/document'

/** Control characters other than tab and line break, and those that turn the direction of the text around them. */
const UNFIT = /(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u
/** Of one line. */
const UNFIT_IN_LINE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u

const line = (longest: number) =>
  z
    .string('required')
    .trim()
    .min(1, 'required')
    .max(longest, 'long')
    .refine(text => !UNFIT_IN_LINE.test(text), 'invalid')

/** Markdown, kept as it was written. */
const markdown = z
  .string('required')
  .transform(text => text.replaceAll('\r\n', '\n').trim())
  .pipe(
    z
      .string()
      .min(1, 'required')
      .max(10_000, 'long')
      .refine(text => !UNFIT.test(text), 'invalid'),
  )

/** The version that the writer looked at. */
const version = z.int('invalid').min(1, 'invalid')

export const newNoteSchema = z.strictObject({ section: z.enum(SECTIONS, 'invalid'), body: markdown })
export const noteChangeSchema = z.strictObject({ body: markdown, version })

const promise = {
  /** An Allo user's id; null for the whole team. */
  user: z
    .string()
    .refine(id => readId(id) !== null, 'invalid')
    .nullable(),
  text: line(300),
  measure: measureSchema.nullable(),
}

export const newCommitmentSchema = z.strictObject(promise)
export const commitmentChangeSchema = z.strictObject({ ...promise, version })

const moment = z.strictObject({ second: z.int('number').min(0, 'number').max(86_400, 'number'), label: line(120) })

/** What is done to a call. Version 0 is that of a call to which nothing was done yet; what is left out stays as it is. */
export const callChoiceSchema = z.strictObject({
  state: z.enum(['pinned', 'dropped', 'suggested']).optional(),
  moments: z.array(moment).max(50, 'long').optional(),
  position: z.int('number').min(0, 'number').max(1000, 'number').optional(),
  version: z.int('invalid').min(0, 'invalid'),
})

export const newReportSchema = z.strictObject({ name: line(80), report: z.string('required').max(8192, 'long') })

export type NewNote = z.output<typeof newNoteSchema>
export type NoteChange = z.output<typeof noteChangeSchema>
export type NewCommitment = z.output<typeof newCommitmentSchema>
export type CommitmentChange = z.output<typeof commitmentChangeSchema>
export type CallChoice = z.output<typeof callChoiceSchema>
export type NewReport = z.output<typeof newReportSchema>
