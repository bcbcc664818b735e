'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type SignInProblem, signIn } from '@/lib/client/auth'
import { useCountdown } from '@/lib/client/use-countdown'
import type { Role } from '@/lib/permissions'
import { DemoAccounts } from './demo-accounts'
import { GateCard, GateOr } from './gate'
import { PasswordFields } from './password-fields'
import { type ProviderButton, ProviderButtons } from './provider-buttons'
import { SubmitButton } from './submit-button'

interface SignInFormProps {
  /** A path of this site. */
  callback: string
  /** Accounts offered as one click; none outside the demo. */
  demoAccounts: { name: string; email: string; role: Role }[]
  providers: ProviderButton[]
  /** Whether people sign in by password here, and whether a forgotten one can be replaced by mail. */
  passwords: 'none' | 'kept' | 'replaceable'
  /** What the way through a provider ended in. */
  cameBackWith: SignInProblem | null
}

/** Digits of a clock: 754 seconds are "12:34". */
function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** The ways in: a ready-made account, a provider, or a password. Says what went wrong in words, never which part of a pair was wrong. */
export function SignInForm({ callback, demoAccounts, providers, passwords, cameBackWith }: SignInFormProps) {
  const t = useTranslations('signIn')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState(cameBackWith)
  const [wait, startWait] = useCountdown()
  const shown = problem?.kind === 'wait' && wait === 0 ? undefined : problem?.kind
  const hasDemo = demoAccounts.length > 0
  const hasProviders = providers.length > 0

  async function attempt(fields: Record<string, string>) {
    setBusy(true)
    setProblem(null)
    const result = await signIn({ ...fields, callbackUrl: callback })
    if (result.kind === 'ok') {
      window.location.assign(callback)
      return
    }
    if (result.kind === 'wait') startWait(result.seconds)
    setProblem(result)
    setBusy(false)
  }

  return (
    <GateCard>
      {hasDemo && (
        <DemoAccounts accounts={demoAccounts} disabled={busy} onChoose={email => attempt({ email, demo: '1' })} />
      )}
      {hasDemo && hasProviders && <GateOr>{t('orElse')}</GateOr>}
      {hasProviders && (
        <ProviderButtons
          providers={providers}
          callback={callback}
          disabled={busy}
          onFailed={() => setProblem({ kind: 'provider' })}
        />
      )}
      {passwords !== 'none' && (hasDemo || hasProviders) && <GateOr>{t('or')}</GateOr>}
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
        {passwords !== 'none' && <PasswordFields wrong={shown === 'wrong'} describedBy="sign-in-problem" />}
        <p id="sign-in-problem" role="alert" className="text-[13px] text-down empty:hidden">
          {shown && t(`problem.${shown}`)}
        </p>
        {passwords !== 'none' && (
          <SubmitButton disabled={busy || wait > 0}>
            {wait > 0 ? t('waitFor', { time: clockOf(wait) }) : busy ? t('busy') : t('submit')}
          </SubmitButton>
        )}
      </form>
      {passwords === 'replaceable' && (
        <p className="mt-4 text-center text-[13px]">
          <a href="/forgot" className="text-ink-2 underline underline-offset-2 hover:text-ink">
            {t('forgot')}
          </a>
        </p>
      )}
    </GateCard>
  )
}
