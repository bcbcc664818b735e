'use client'
import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { signInHref } from '@/lib/client/navigation'
import { ERRORS } from '@/lib/errors'
import { type Failure, isErrorCode, useErrorText } from './error-text'
import { RetryButton } from './retry-button'

/** Whether asking again can give another answer; an unknown code is given the chance. */
function mayHelp(code: string): boolean {
  return !isErrorCode(code) || ERRORS[code].retry !== 'never'
}

/** No numbers at all: what happened, what still works and what to do, in three short lines, with a request id to quote. */
export default function ReportFailure({ error, retry }: { error: Failure; retry?: () => void }) {
  const t = useTranslations('report.failure')
  const text = useErrorText()(error)
  return (
    <Card role="alert" className="flex min-h-72 flex-col items-center justify-center gap-2 text-center">
      <svg aria-hidden="true" viewBox="0 0 48 28" className="mb-2 h-9 text-prev">
        <path
          d="M2 4h16c6 0 6 12 12 12h4M40 16h6M2 24h44"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
        />
        <circle cx="37" cy="16" r="1.5" fill="var(--down)" />
      </svg>
      <h2 className="font-semibold text-[16px] leading-6">{t('title')}</h2>
      <p className="max-w-prose text-ink-2">{text}</p>
      <p className="max-w-prose text-[13px] text-ink-3">{t('stillWorks')}</p>
      {error.code === 'NOT_SIGNED_IN' ? (
        <a href={signInHref()} className={clsx('mt-2', buttonClass('solid'))}>
          {t('signIn')}
        </a>
      ) : (
        retry && mayHelp(error.code) && <RetryButton error={error} onRetry={retry} className="mt-2 noscript:hidden" />
      )}
      {error.requestId && (
        <p className="mt-1 text-[12px] text-ink-3">
          {t('request')} <code className="select-all">{error.requestId}</code>
        </p>
      )}
    </Card>
  )
}
