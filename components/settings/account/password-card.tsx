'use client'
import { useTranslations } from 'next-intl'
import { FormFooter } from '@/components/settings/form-footer'
import { SettingsCard } from '@/components/settings/settings-card'
import { useServerForm } from '@/components/settings/use-server-form'
import { TextField } from '@/components/ui/field'

const BLANK = { current: '', next: '' }

/** Changes the password of somebody who knows the one they have. `email` is for password managers. */
function PasswordForm({ email }: { email: string }) {
  const t = useTranslations('settings.account')
  const form = useServerForm({
    values: BLANK,
    method: 'POST',
    path: '/api/account/password',
    done: t('changed'),
    onDone: () => form.reset(BLANK),
  })
  const { errors, isDirty } = form.formState
  return (
    <form onSubmit={form.submit} className="max-w-md">
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <div className="flex flex-col gap-4">
        <TextField
          {...form.register('current')}
          label={t('current')}
          type="password"
          autoComplete="current-password"
          error={errors.current?.message}
        />
        <TextField
          {...form.register('next')}
          label={t('next')}
          type="password"
          autoComplete="new-password"
          hint={t('nextHint')}
          error={errors.next?.message}
        />
      </div>
      <FormFooter label={t('change')} saving={form.saving} disabled={!isDirty} problem={form.problem} />
    </form>
  )
}

/** The password, for somebody who has one; else why there is none to change. */
export function PasswordCard({ email, hasPassword }: { email: string; hasPassword: boolean }) {
  const t = useTranslations('settings.account')
  return (
    <SettingsCard title={t('password')}>
      {hasPassword ? (
        <PasswordForm email={email} />
      ) : (
        <p className="max-w-prose text-ink-2 text-pretty">{t('noPassword')}</p>
      )}
    </SettingsCard>
  )
}
