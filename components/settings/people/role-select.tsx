'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConfirmDialog } from '@/components/settings/confirm-dialog'
import { useSettingsWrite } from '@/components/settings/use-settings-write'
import { ROLES, type Role } from '@/lib/permissions'
import type { PersonLine } from '@/lib/settings/person'

/** A choice of role that counts at once; giving up one's own administration is asked about first. */
export function RoleSelect({ person }: { person: PersonLine }) {
  const t = useTranslations('settings.people')
  const roles = useTranslations('roles')
  const { id, name, role, isSelf, isLastAdmin } = person
  // What was chosen is shown until the server has another role to tell.
  const [chosen, setChosen] = useState({ over: role, role })
  const [asking, setAsking] = useState<Role | null>(null)
  const shown = chosen.over === role ? chosen.role : role
  const write = useSettingsWrite({
    done: () => t('roleChanged', { name, role: roles(`names.${shown}`) }),
    onFailed: () => setChosen({ over: role, role }),
  })

  function change(next: Role) {
    setChosen({ over: role, role: next })
    write.mutate({ method: 'PATCH', path: `/api/people/${id}`, body: { role: next } })
  }
  function choose(value: string) {
    const next = ROLES.find(each => each === value)
    if (!next || next === shown) return
    if (isSelf && role === 'admin') setAsking(next)
    else change(next)
  }

  return (
    <>
      <select
        aria-label={t('roleOf', { name })}
        title={roles(`may.${shown}`)}
        value={shown}
        disabled={isLastAdmin || write.isPending}
        onChange={event => choose(event.target.value)}
        className="h-8 rounded-lg border border-line bg-surface px-2 text-[13px] text-ink disabled:opacity-60 max-sm:h-11 max-sm:text-[16px]"
      >
        {ROLES.map(each => (
          <option key={each} value={each}>
            {roles(`names.${each}`)}
          </option>
        ))}
      </select>
      {asking !== null && (
        <ConfirmDialog
          question={t('lowerQuestion')}
          consequence={t('lowerText', { role: roles(`names.${asking}`) })}
          deed={t('lower')}
          cancel={t('cancel')}
          onConfirm={() => change(asking)}
          onClosed={() => setAsking(null)}
        />
      )}
    </>
  )
}
