import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useErrorText } from '@/components/report/error-text'
import { RetryButton } from '@/components/report/retry-button'
import { buttonClass } from '@/components/ui/button'
import { signInHref } from '@/lib/client/navigation'
import { type CallboardError, ERRORS } from '@/lib/errors'

interface FailureProps {
  error: CallboardError
  /** Said in place of the code's own sentence. */
  sentence?: string
  onRetry: () => void
  /** In one line, where something else is still on show. */
  compact?: boolean
}

/**
 * What happened, what to do, and the request id to quote. Offers another attempt where one may help, and signing in where
 * the session has ended.
 */
export function Failure({ error, sentence, onRetry, compact = false }: FailureProps) {
  const t = useTranslations('call')
  const text = useErrorText()
  return (
    <div
      role="alert"
      className={
        compact ? 'flex flex-wrap items-center gap-x-3 gap-y-1 text-[13px]' : 'flex flex-col items-start gap-3 py-8'
      }
    >
      <TriangleAlert aria-hidden className="size-5 shrink-0 text-down" />
      <p className="text-ink">{sentence ?? text(error)}</p>
      {error.code === 'NOT_SIGNED_IN' ? (
        <a href={signInHref()} className={buttonClass('solid')}>
          {t('signIn')}
        </a>
      ) : (
        ERRORS[error.code].retry !== 'never' && <RetryButton error={error} onRetry={onRetry} className="h-[30px]" />
      )}
      {error.requestId && (
        <p className="text-[13px] text-ink-3">
          {t('request')} <code className="select-all break-all">{error.requestId}</code>
        </p>
      )}
    </div>
  )
}
