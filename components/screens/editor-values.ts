import { get, type UseFormReturn } from 'react-hook-form'
import type { Show } from '@/lib/tv/show'
import type { ErrorAt } from './choices'

/** What the form holds: shaped as the body that is sent, so that a refused field finds its place. */
export interface EditorValues {
  name: string
  place: string
  show: Show
}

export type EditorState = Pick<UseFormReturn<EditorValues>, 'formState'>

/** Reads what is wrong at any place of the form. */
export function errorsOf({ formState: { errors } }: EditorState): ErrorAt {
  return path => {
    const message: unknown = get(errors, `${path}.message`)
    return typeof message === 'string' ? message : undefined
  }
}
