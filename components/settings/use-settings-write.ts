'use client'
import { useErrorText } from '@/components/report/error-text'
import { showToast } from '@/lib/client/toast'
import { useWrite } from '@/lib/client/use-write'
import { useFieldText } from './use-field-text'

interface Outcome<T> {
  /** Said when it is done. */
  done?: (answer: T) => string
  onDone?: (answer: T) => void
  onFailed?: () => void
}

/** One write behind a button: a toast says what came of it, since there is no form to say it in. */
export function useSettingsWrite<T = null>({ done, onDone, onFailed }: Outcome<T>) {
  const errorText = useErrorText()
  const fieldText = useFieldText()
  return useWrite<T>({
    onDone(answer) {
      if (done) showToast(done(answer))
      onDone?.(answer)
    },
    onFailed(error) {
      const [key] = Object.values(error.fields ?? {})
      showToast(fieldText(key) ?? errorText(error))
      onFailed?.()
    },
  })
}
