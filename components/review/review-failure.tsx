'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { type Failure, isErrorCode, useErrorText } from '@/components/report/error-text'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { askAgainEvery } from '@/lib/client/retry'
import { ERRORS } from '@/lib/errors'

/** No review at all: what happened, what still works, and another try where one may help, also by itself while it is looked at. */
export function ReviewFailure({ error }: { error: Failure }) {
  const router = useRouter()
  const t = useTranslations('reviews.failed')
  const failure = useTranslations('report.failure')
  const text = useErrorText()(error)
  const code = isErrorCode(error.code) ? error.code : 'INTERNAL'
  const every = askAgainEvery({ code })
  useEffect(() => {
    if (every === false) return
    const timer = setInterval(() => document.visibilityState === 'visible' && router.refresh(), every)
    return () => clearInterval(timer)
  }, [every, router])
  return (
    <Card role="alert" className="flex min-h-64 flex-col items-center justify-center gap-2 text-center">
      <h1 className="font-semibold text-[16px] leading-6">{t('title')}</h1>
      <p className="max-w-prose text-ink-2">{text}</p>
      <p className="max-w-prose text-[13px] text-ink-3">{t('stillWorks')}</p>
      {ERRORS[code].retry !== 'never' && (
        <Button className="mt-2 noscript:hidden" onClick={() => router.refresh()}>
          {failure('retry')}
        </Button>
      )}
      {error.requestId && (
        <p className="mt-1 text-[12px] text-ink-3">
          {failure('request')} <code className="select-all">{error.requestId}</code>
        </p>
      )}
    </Card>
  )
}
