'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { signIn } from '@/lib/client/auth'
import { DemoAccounts } from './demo-accounts'
import { useCountdown } from './use-countdown'

interface SignInFormProps {
  /** A path of this site. */
  callback: string
  /** Accounts offered as one click; none outside the demo. */
  demoAccounts: { name: string; email: string }[]
}

const FIELD =
  'h-10 w-full rounded-lg border border-line bg-surface px-3 font-normal text-[14px] text-ink max-sm:h-11 max-sm:text-[16px] aria-invalid:border-down'

/** Digits of a clock: 754 seconds are "12:34". */
function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** E-mail address and password, or a ready-made account. Says what went wrong in words, never which of the two was wrong. */
export function SignInForm({ callback, demoAccounts }: SignInFormProps) {
  const t = useTranslations('signIn')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<'wrong' | 'wait' | 'failed' | null>(null)
  const [wait, startWait] = useCountdown()
  const shown = problem === 'wait' && wait === 0 ? null : problem

  async function attempt(fields: Record<string, string>) {
    setBusy(true)
    setProblem(null)
    const result = await signIn({ ...fields, callbackUrl: callback })
    if (result.kind === 'ok') {
      window.location.assign(callback)
      return
    }
    if (result.kind === 'wait') startWait(result.seconds)
    setProblem(result.kind)
    setBusy(false)
  }

  return (
    <div className="rounded-card bg-surface p-6 shadow-hairline max-sm:p-5">
      <DemoAccounts accounts={demoAccounts} disabled={busy} onChoose={email => attempt({ email, demo: '1' })} />
      {/* `post`: sent before the script has loaded, the fields must not end up in an address. */}
      <form
        method="post"
        className="flex flex-col gap-4"
        onSubmit={event => {
          event.preventDefault()
          const data = new FormData(event.currentTarget)
          void attempt({ email: String(data.get('email')), password: String(data.get('password')) })
        }}
      >
        <label className="flex flex-col gap-1.5 text-[13px] font-medium text-ink-2">
          {t('email')}
          <input
            name="email"
            type="email"
            required
            maxLength={256}
            autoComplete="username"
            aria-invalid={shown === 'wrong'}
            aria-describedby="sign-in-problem"
            className={FIELD}
          />
        </label>
        <label className="flex flex-col gap-1.5 text-[13px] font-medium text-ink-2">
          {t('password')}
          <input
            name="password"
            type="password"
            required
            maxLength={256}
            autoComplete="current-password"
            aria-invalid={shown === 'wrong'}
            aria-describedby="sign-in-problem"
            className={FIELD}
          />
        </label>
        <p id="sign-in-problem" role="alert" className="text-[13px] text-down empty:hidden">
          {shown && t(`problem.${shown}`)}
        </p>
        <button
          type="submit"
          disabled={busy || wait > 0}
          className="num h-10 rounded-lg bg-act-3 font-semibold text-surface hover:brightness-95 disabled:opacity-60 max-sm:h-11"
        >
          {wait > 0 ? t('waitFor', { time: clockOf(wait) }) : busy ? t('busy') : t('submit')}
        </button>
      </form>
    </div>
  )
}
