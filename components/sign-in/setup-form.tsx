'use client'
import { useTranslations } from 'next-intl'
import { TextField } from '@/components/ui/field'
import { enterWith } from '@/lib/client/auth'
import { FormProblem } from './form-problem'
import { GateCard } from './gate'
import { NameField } from './name-field'
import { NewPasswordField } from './new-password-field'
import { SubmitButton } from './submit-button'
import { useGateForm } from './use-gate-form'

interface SetupFormProps {
  /** Names of the providers to sign in by, where nobody signs in by password; null where people do. */
  insteadOfPassword: string | null
}

/** Makes the first administrator and leads to the desk. */
export function SetupForm({ insteadOfPassword }: SetupFormProps) {
  const t = useTranslations('setup')
  const signIn = useTranslations('signIn')
  const form = useGateForm({
    path: '/api/setup',
    toBody: typed => ({
      code: typed('code'),
      name: typed('name'),
      email: typed('email'),
      password: insteadOfPassword === null ? typed('password') : null,
    }),
    async onDone(_, typed) {
      if (insteadOfPassword === null) await enterWith(typed('email'), typed('password'))
      else window.location.assign('/sign-in')
    },
  })
  // Somebody who sends the form after the setup was done finds it gone.
  const isLate = form.code === 'CONFLICT' || form.code === 'NOT_FOUND'
  return (
    <GateCard>
      <form method="post" className="flex flex-col gap-4" onSubmit={form.onSubmit}>
        <TextField
          name="code"
          label={t('code')}
          hint={t('codeHint')}
          error={form.fieldError('code')}
          required
          maxLength={100}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <NameField label={t('name')} error={form.fieldError('name')} />
        <TextField
          name="email"
          type="email"
          label={signIn('email')}
          hint={insteadOfPassword === null ? undefined : t('withoutPassword', { providers: insteadOfPassword })}
          error={form.fieldError('email')}
          required
          maxLength={254}
          autoComplete="username"
        />
        {insteadOfPassword === null && (
          <NewPasswordField label={signIn('password')} error={form.fieldError('password')} />
        )}
        <FormProblem>{isLate ? t('late') : form.problem}</FormProblem>
        {isLate && (
          <a href="/sign-in" className="text-[13px] underline underline-offset-2">
            {t('toSignIn')}
          </a>
        )}
        <SubmitButton disabled={form.busy}>{form.busy ? t('busy') : t('submit')}</SubmitButton>
      </form>
    </GateCard>
  )
}
