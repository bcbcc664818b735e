'use client'
import { useTranslations } from 'next-intl'
import { FormFooter } from '@/components/settings/form-footer'
import { SettingsCard } from '@/components/settings/settings-card'
import { useServerForm } from '@/components/settings/use-server-form'
import { TextField } from '@/components/ui/field'
import type { Role } from '@/lib/permissions'

interface ProfileCardProps {
  name: string
  email: string
  role: Role
}

/** Who one is here: a name to change, an address and a role to know. */
export function ProfileCard({ name, email, role }: ProfileCardProps) {
  const t = useTranslations('settings.account')
  const roles = useTranslations('roles')
  const form = useServerForm({ values: { name }, method: 'PATCH', path: '/api/account', done: t('saved') })
  const { errors, isDirty } = form.formState
  return (
    <SettingsCard title={t('you')}>
      <form onSubmit={form.submit} className="max-w-md">
        <TextField
          {...form.register('name')}
          label={t('name')}
          autoComplete="name"
          maxLength={100}
          error={errors.name?.message}
        />
        <dl className="mt-4 flex flex-col gap-4">
          <div>
            <dt className="font-medium text-[13px] text-ink-2">{t('email')}</dt>
            <dd className="mt-0.5 break-all">{email}</dd>
            <dd className="mt-0.5 text-[13px] text-ink-3">{t('emailHint')}</dd>
          </div>
          <div>
            <dt className="font-medium text-[13px] text-ink-2">{t('role')}</dt>
            <dd className="mt-0.5">{roles(`names.${role}`)}</dd>
            <dd className="mt-0.5 text-[13px] text-ink-3">{roles(`may.${role}`)}</dd>
          </div>
        </dl>
        <FormFooter label={t('save')} saving={form.saving} disabled={!isDirty} problem={form.problem} />
      </form>
    </SettingsCard>
  )
}
