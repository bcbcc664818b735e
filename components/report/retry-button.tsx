'use client'
import { useTranslations } from 'next-intl'
import { type ComponentProps, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useCountdown } from '@/lib/client/use-countdown'
import type { Failure } from './error-text'

/** Whoever is told to wait longer than this may ask anyhow: the answer may have changed. Seconds. */
const LONGEST_WAIT = 30

/**
 * Asks again, and not before that can help: a failure is remembered for some seconds, in which asking only repeats it.
 * Pressed sooner, the button says when it will ask, and does so by itself.
 */
export function RetryButton(props: { error: Failure; onRetry: () => void } & ComponentProps<typeof Button>) {
  const { error, onRetry, ...look } = props
  const t = useTranslations('report.failure')
  const earliest = useRef(0)
  const [left, start] = useCountdown()
  const [pressed, setPressed] = useState(false)

  useEffect(() => {
    earliest.current = Date.now() + Math.min(error.retryAfterSeconds ?? 0, LONGEST_WAIT) * 1000
  }, [error])
  useEffect(() => {
    if (!pressed || left > 0) return
    setPressed(false)
    onRetry()
  }, [pressed, left, onRetry])

  function press() {
    start(Math.max(0, Math.ceil((earliest.current - Date.now()) / 1000)))
    setPressed(true)
  }
  return (
    <Button {...look} onClick={press}>
      {left > 0 ? t('waiting', { seconds: left }) : t('retry')}
    </Button>
  )
}
