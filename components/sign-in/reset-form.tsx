'use client'
import { useTranslations } from 'next-intl'
import { enterWith } from '@/lib/client/auth'
import { FormProblem } from './form-problem'
import { GateCard } from './gate'
import { NewPasswordField } from './new-password-field'
import { SubmitButton } from './submit-button'
import { useGateForm } from './use-gate-form'

/** Sets a new password by a link, and signs in with it. */
export function ResetForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations('reset')
  const form = useGateForm<{ email: string }>({
    path: '/api/resets/use',
    toBody: typed => ({ token, password: typed('password') }),
    onDone: (answer, typed) => enterWith(answer.email, typed('password')),
  })
  return (
    <GateCard>
      <form method="post" className="flex flex-col gap-4" onSubmit={form.onSubmit}>
        <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
        <NewPasswordField label={t('title')} error={form.fieldError('password')} />
        <FormProblem>{form.problem}</FormProblem>
        <SubmitButton disabled={form.busy}>{form.busy ? t('busy') : t('submit')}</SubmitButton>
      </form>
    </GateCard>
  )
}
