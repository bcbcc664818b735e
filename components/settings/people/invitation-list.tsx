'use client'
import { useTranslations } from 'next-intl'
import { type Clock, useInstantText } from '@/components/settings/use-instant-text'
import { useSettingsWrite } from '@/components/settings/use-settings-write'
import { Button } from '@/components/ui/button'
import type { Role } from '@/lib/permissions'

/** An invitation that waits. `expiresAt` is ISO. */
export interface Invitation {
  id: string
  email: string
  role: Role
  expiresAt: string
}

/** The invitations that nobody has used yet; nothing where there are none. */
export function InvitationList({ invitations, clock }: { invitations: Invitation[]; clock: Clock }) {
  const t = useTranslations('settings.people')
  const roles = useTranslations('roles')
  const instantText = useInstantText(clock)
  const revoke = useSettingsWrite({ done: () => t('revoked') })
  if (invitations.length === 0) return null
  return (
    <section aria-label={t('open')} className="mt-6">
      <h3 className="mb-2 text-[13px] text-ink-3">{t('open')}</h3>
      <ul className="divide-y divide-line border-line border-t">
        {invitations.map(({ id, email, role, expiresAt }) => (
          <li key={id} className="flex items-center gap-3 py-2.5">
            <div className="min-w-0 flex-1">
              <p className="truncate font-medium">{email}</p>
              <p className="num text-[13px] text-ink-3">
                {roles(`names.${role}`)} · {t('openUntil', { time: instantText(expiresAt) })}
              </p>
            </div>
            <Button
              look="ghost"
              disabled={revoke.isPending}
              aria-label={t('revokeOf', { email })}
              onClick={() => revoke.mutate({ method: 'DELETE', path: `/api/invitations/${id}` })}
            >
              {t('revoke')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
