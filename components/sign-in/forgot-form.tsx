'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TextField } from '@/components/ui/field'
import { FormProblem } from './form-problem'
import { GateCard } from './gate'
import { SubmitButton } from './submit-button'
import { useGateForm } from './use-gate-form'

/** Asks for a link to a new password. Says the same whether the address has an account or not. */
export function ForgotForm() {
  const t = useTranslations('reset')
  const signIn = useTranslations('signIn')
  const [sentTo, setSentTo] = useState<string | null>(null)
  const form = useGateForm({
    path: '/api/resets',
    toBody: typed => ({ email: typed('email') }),
    onDone: (_, typed) => setSentTo(typed('email')),
  })
  if (sentTo !== null) {
    return (
      <GateCard>
        <div role="status" className="text-center">
          <p className="font-semibold">{t('sentTitle')}</p>
          <p className="mt-1 text-ink-2 text-pretty wrap-anywhere">{t('sentText', { email: sentTo })}</p>
        </div>
      </GateCard>
    )
  }
  return (
    <GateCard>
      <form method="post" className="flex flex-col gap-4" onSubmit={form.onSubmit}>
        <TextField
          name="email"
          type="email"
          label={signIn('email')}
          error={form.fieldError('email')}
          required
          maxLength={254}
          autoComplete="username"
        />
        <FormProblem>{form.problem}</FormProblem>
        <SubmitButton disabled={form.busy}>{form.busy ? t('forgotBusy') : t('forgotSubmit')}</SubmitButton>
      </form>
    </GateCard>
  )
}
