'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { FormFooter } from '@/components/settings/form-footer'
import { SettingsCard } from '@/components/settings/settings-card'
import type { Clock } from '@/components/settings/use-instant-text'
import { useServerForm } from '@/components/settings/use-server-form'
import { SelectField, TextField } from '@/components/ui/field'
import { ROLES, type Role } from '@/lib/permissions'
import { type Invitation, InvitationList } from './invitation-list'
import { type OneTime, OneTimeLink } from './one-time-link'

interface Typed {
  email: string
  role: Role
}

/** What the server answers: the invitation and, this once, its link. */
type Answer = Pick<OneTime, 'link' | 'mail'> & { invitation: Invitation }

const BLANK: Typed = { email: '', role: 'rep' }

/** Invites somebody by their address; the link is shown once. Below, the invitations that wait. */
export function InviteCard({ invitations, clock }: { invitations: Invitation[]; clock: Clock }) {
  const t = useTranslations('settings.people')
  const roles = useTranslations('roles')
  const [made, setMade] = useState<(OneTime & { id: string; email: string }) | null>(null)
  const form = useServerForm<Typed, Answer>({
    values: BLANK,
    method: 'POST',
    path: '/api/invitations',
    onDone({ invitation: { id, email, expiresAt }, link, mail }) {
      setMade({ id, link, mail, expiresAt, email })
      form.reset(BLANK)
    },
  })
  const { errors } = form.formState
  // A link that was revoked meanwhile is of no use.
  const isOpen = invitations.some(({ id }) => id === made?.id)
  const role = useWatch({ control: form.control, name: 'role' })
  return (
    <SettingsCard title={t('invite')} description={t('inviteText')}>
      <form onSubmit={form.submit} noValidate>
        <div className="flex max-w-2xl flex-col gap-4 sm:flex-row">
          <TextField
            {...form.register('email')}
            className="sm:flex-1"
            label={t('email')}
            type="email"
            autoComplete="off"
            error={errors.email?.message}
          />
          <SelectField
            {...form.register('role')}
            className="sm:w-72"
            label={roles('label')}
            options={ROLES.map(each => ({ value: each, label: roles(`names.${each}`) }))}
            hint={roles(`may.${role}`)}
            error={errors.role?.message}
          />
        </div>
        <FormFooter label={t('send')} saving={form.saving} problem={form.problem} />
      </form>
      {made && isOpen && (
        <section aria-label={t('invited', { email: made.email })} className="mt-5 rounded-lg bg-sunken p-4">
          <h3 className="mb-2.5 font-medium">{t('invited', { email: made.email })}</h3>
          <OneTimeLink key={made.link} made={made} email={made.email} clock={clock} />
        </section>
      )}
      <InvitationList invitations={invitations} clock={clock} />
    </SettingsCard>
  )
}
