'use client'
import { useTranslations } from 'next-intl'
import { TextField } from '@/components/ui/field'

/** Where a new password is chosen; what counts is said before, not after. */
export function NewPasswordField({ label, error }: { label: string; error: string | undefined }) {
  const t = useTranslations('signIn')
  return (
    <TextField
      name="password"
      type="password"
      label={label}
      hint={t('passwordHint')}
      error={error}
      required
      maxLength={256}
      autoComplete="new-password"
    />
  )
}
