'use client'
import { Ellipsis } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConfirmDialog } from '@/components/settings/confirm-dialog'
import type { Clock } from '@/components/settings/use-instant-text'
import { useSettingsWrite } from '@/components/settings/use-settings-write'
import { Panel } from '@/components/shell/panel'
import { Button } from '@/components/ui/button'
import { Menu } from '@/components/ui/menu'
import type { PersonLine } from '@/lib/settings/person'
import { type OneTime, OneTimeLink } from './one-time-link'

/** What else can be done with an account: a link to a new password, and removing it. */
export function PersonMenu({ person, clock }: { person: PersonLine; clock: Clock }) {
  const t = useTranslations('settings.people')
  const { id, name, email, isSelf } = person
  const [removing, setRemoving] = useState(false)
  const [made, setMade] = useState<OneTime | null>(null)
  const remove = useSettingsWrite({ done: () => t('removed', { name }) })
  const reset = useSettingsWrite<OneTime>({ onDone: setMade })
  const items = [
    {
      key: 'reset',
      label: t('reset'),
      onSelect: () => reset.mutate({ method: 'POST', path: `/api/people/${id}/reset-link` }),
    },
    ...(isSelf ? [] : [{ key: 'remove', label: t('remove'), onSelect: () => setRemoving(true) }]),
  ]
  return (
    <>
      <Menu label={t('actionsOf', { name })} icon={<Ellipsis aria-hidden size={16} />} items={items} />
      {removing && (
        <ConfirmDialog
          question={t('removeQuestion', { name })}
          consequence={t('removeText')}
          deed={t('remove')}
          cancel={t('cancel')}
          onConfirm={() => remove.mutate({ method: 'DELETE', path: `/api/people/${id}` })}
          onClosed={() => setRemoving(false)}
        />
      )}
      {made && (
        <Panel label={t('resetTitle', { name })} className="text-left sm:w-[520px]" onClosed={() => setMade(null)}>
          {close => (
            <div className="p-5">
              <h2 className="mb-3 font-semibold text-[15px]">{t('resetTitle', { name })}</h2>
              <OneTimeLink made={made} email={email} clock={clock} />
              <div className="mt-5 flex justify-end">
                <Button onClick={close}>{t('close')}</Button>
              </div>
            </div>
          )}
        </Panel>
      )}
    </>
  )
}
