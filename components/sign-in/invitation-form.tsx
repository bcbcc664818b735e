'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { enterWith } from '@/lib/client/auth'
import { FormProblem } from './form-problem'
import { GateCard, GateOr } from './gate'
import { NameField } from './name-field'
import { NewPasswordField } from './new-password-field'
import { type ProviderButton, ProviderButtons } from './provider-buttons'
import { SubmitButton } from './submit-button'
import { useGateForm } from './use-gate-form'

interface InvitationFormProps {
  token: string
  email: string
  providers: ProviderButton[]
  /** Whether people sign in by password here. */
  passwords: boolean
}

/** Two ways to take up an invitation: an account at a provider with the same address, or a password. */
export function InvitationForm({ token, email, providers, passwords }: InvitationFormProps) {
  const t = useTranslations('invitation')
  const signIn = useTranslations('signIn')
  const [lost, setLost] = useState(false)
  const form = useGateForm<{ email: string }>({
    path: '/api/invitations/accept',
    toBody: typed => ({ token, name: typed('name'), password: typed('password') }),
    onDone: (answer, typed) => enterWith(answer.email, typed('password')),
  })
  return (
    <GateCard>
      <p className="mb-5 text-center text-[13px] text-ink-2 wrap-anywhere">{t('for', { email })}</p>
      {providers.length > 0 && (
        <>
          <ProviderButtons providers={providers} callback="/" disabled={form.busy} onFailed={() => setLost(true)} />
          <p className="mt-2 text-[13px] text-ink-3">{t('providerMail')}</p>
          <FormProblem>{lost ? signIn('problem.provider') : undefined}</FormProblem>
        </>
      )}
      {providers.length > 0 && passwords && <GateOr>{t('orPassword')}</GateOr>}
      {passwords && (
        <form method="post" className="flex flex-col gap-4" onSubmit={form.onSubmit}>
          {/* For password managers, which else would keep the password without a name. */}
          <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
          <NameField label={t('name')} error={form.fieldError('name')} />
          <NewPasswordField label={signIn('password')} error={form.fieldError('password')} />
          <FormProblem>{form.problem}</FormProblem>
          <SubmitButton disabled={form.busy}>{form.busy ? t('busy') : t('submit')}</SubmitButton>
        </form>
      )}
    </GateCard>
  )
}
