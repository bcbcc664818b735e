'use client'
import { type FormEvent, useState } from 'react'
import { useErrorText } from '@/components/report/error-text'
import { useFieldText } from '@/components/settings/use-field-text'
import { sendJson } from '@/lib/client/send'
import { toCallboardError } from '@/lib/errors'

interface GateForm<T> {
  path: string
  /** What is sent, made of what was typed. */
  toBody: (typed: (name: string) => string) => unknown
  /** The form stays busy afterwards when this leads to another page. */
  onDone: (answer: T, typed: (name: string) => string) => void | Promise<void>
}

/**
 * A form of the pages without a session, whose judge is the server: what it refuses by field is said at the field,
 * anything else as a whole. What was typed stays.
 */
export function useGateForm<T>({ path, toBody, onDone }: GateForm<T>) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ReturnType<typeof toCallboardError> | null>(null)
  const fieldText = useFieldText()
  const errorText = useErrorText()

  async function send(form: HTMLFormElement) {
    const data = new FormData(form)
    const typed = (name: string) => String(data.get(name) ?? '')
    setBusy(true)
    setError(null)
    try {
      await onDone(await sendJson<T>('POST', path, toBody(typed)), typed)
    } catch (thrown) {
      const failure = toCallboardError(thrown)
      setError(failure)
      setBusy(false)
      const first = Object.keys(failure.fields ?? {})[0]
      const field = first && form.elements.namedItem(first)
      if (field instanceof HTMLElement) field.focus()
    }
  }

  return {
    busy,
    /** The code of the failure, for what a form says in words of its own. */
    code: error?.code,
    fieldError: (name: string) => fieldText(error?.fields?.[name]),
    /** A sentence on what failed as a whole; undefined when the fields say it all. */
    problem: error && !error.fields ? errorText(error) : undefined,
    onSubmit(event: FormEvent<HTMLFormElement>) {
      event.preventDefault()
      void send(event.currentTarget)
    },
  }
}
