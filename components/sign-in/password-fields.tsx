'use client'
import { useTranslations } from 'next-intl'
import { FIELD_BOX } from '@/components/ui/field'

interface PasswordFieldsProps {
  /** Whether the pair was refused: both fields then, since nobody is told which was wrong. */
  wrong: boolean
  /** Id of the words that say so. */
  describedBy: string
}

/** E-mail address and password of somebody who has both. */
export function PasswordFields({ wrong, describedBy }: PasswordFieldsProps) {
  const t = useTranslations('signIn')
  const common = {
    required: true,
    maxLength: 256,
    'aria-invalid': wrong,
    'aria-describedby': describedBy,
    className: FIELD_BOX,
  }
  return (
    <>
      <label className="flex flex-col gap-1.5 font-medium text-[13px] text-ink-2">
        {t('email')}
        <input name="email" type="email" autoComplete="username" {...common} />
      </label>
      <label className="flex flex-col gap-1.5 font-medium text-[13px] text-ink-2">
        {t('password')}
        <input name="password" type="password" autoComplete="current-password" {...common} />
      </label>
    </>
  )
}
