'use client'
import { type DefaultValues, type FieldValues, type Path, useForm } from 'react-hook-form'
import { useErrorText } from '@/components/report/error-text'
import type { Method } from '@/lib/client/send'
import { showToast } from '@/lib/client/toast'
import { useWrite } from '@/lib/client/use-write'
import { useFieldText } from './use-field-text'

interface ServerForm<V extends FieldValues, T> {
  values: DefaultValues<V>
  method: Method
  path: string
  /** What is sent, made of what was typed; the same unless given. */
  toBody?: (values: V) => unknown
  /** Said when it has been kept. */
  done?: string
  onDone?: (answer: T) => void
}

/**
 * A form whose judge is the server: what it refuses by field is said at the field, anything else below the form. What was
 * typed stays until it is kept.
 */
export function useServerForm<V extends FieldValues, T = null>(given: ServerForm<V, T>) {
  const { values, method, path, toBody, done, onDone } = given
  const form = useForm<V>({ defaultValues: values })
  const fieldText = useFieldText()
  const errorText = useErrorText()
  const write = useWrite<T>({
    onDone(answer) {
      form.reset(form.getValues())
      if (done) showToast(done)
      onDone?.(answer)
    },
    onFailed({ fields = {} }) {
      for (const [name, key] of Object.entries(fields)) {
        form.setError(name as Path<V>, { message: fieldText(key) }, { shouldFocus: true })
      }
    },
  })
  const submit = form.handleSubmit(typed =>
    write.mutateAsync({ method, path, body: toBody?.(typed) ?? typed }).then(
      () => undefined,
      () => undefined,
    ),
  )
  const { error } = write
  return {
    ...form,
    submit,
    saving: write.isPending,
    /** Somebody else changed it meanwhile: the newest has to be loaded first. */
    conflict: error?.code === 'CONFLICT',
    /** What the server says of what stands there now, of a conflict that tells. */
    now: error?.now,
    /** A sentence on what failed as a whole; undefined when the fields say it all. */
    problem: error && !(error.code === 'INVALID_INPUT' && error.fields) ? errorText(error) : undefined,
  }
}
