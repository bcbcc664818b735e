import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useErrorText } from '@/components/report/error-text'
import { KEY_LASTS, repeatsAttempt, type TextDraft } from '@/lib/client/texts-draft'
import { maySent } from '@/lib/client/texts-send'
import { type CallboardError, ERRORS } from '@/lib/errors'
import { readTextRefusal } from '@/lib/report/texts-refusals'

interface TextFailureProps {
  error: CallboardError | null
  draft: TextDraft
  /** What it would be sent from now. */
  from: string
  sending: boolean
}

/** Why a text was not sent, or that nobody knows whether it was and what to do then. */
export function TextFailure({ error, draft, from, sending }: TextFailureProps) {
  const t = useTranslations('texts')
  const say = useErrorText()
  if (sending) return null
  const sentence = refusal() ?? unknown()
  if (!sentence) return null
  return (
    <div role="alert" className="flex items-start gap-2 text-[13px]">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-down" />
      <p className="text-pretty text-ink">
        {sentence}
        {error?.requestId && (
          <span className="text-ink-3">
            {' '}
            {t('request')} <code className="select-all break-all">{error.requestId}</code>
          </span>
        )}
      </p>
    </div>
  )

  function refusal(): string | null {
    if (!error || maySent(error)) return null
    if (error.code === 'TEXT_REFUSED') return t(`refused.${readTextRefusal(error.field)}`)
    // Nothing is tried again by itself here, whatever the code's own sentence promises.
    return ERRORS[error.code].retry === 'later' ? t('notNow') : `${say(error)} ${t('notSent')}`
  }

  function unknown(): string | null {
    if (draft.attempt === null) return null
    if (!repeatsAttempt(draft, from)) return t('unknown.changed')
    return Date.now() - draft.attempt.at < KEY_LASTS ? t('unknown.recent') : t('unknown.old')
  }
}
