'use client'
import { Ellipsis, Pin } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConfirmDialog } from '@/components/settings/confirm-dialog'
import { useSettingsWrite } from '@/components/settings/use-settings-write'
import { PlaceLink } from '@/components/shell/place-link'
import { Button } from '@/components/ui/button'
import { Menu } from '@/components/ui/menu'
import { useMay } from '@/lib/client/permissions'
import type { Clock } from '@/lib/report/named-period'
import type { SavedView } from '@/lib/report/saved-view'
import { RenameView } from './rename-view'
import { useAddressWords } from './use-address-words'

/** A saved view: what it shows, whose it is, and what the reader may do with it. */
export function ViewRow({ view, clock }: { view: SavedView; clock: Clock }) {
  const t = useTranslations('settings.views')
  const mayShare = useMay('views.share')
  const addressWords = useAddressWords(clock)
  const [open, setOpen] = useState<'rename' | 'delete' | null>(null)
  const { mutate, isPending } = useSettingsWrite({})
  const { id, name, address, own, owner, shared, mayChange, pinned, start, pinnedByOthers } = view
  const path = `/api/views/${id}`
  const facts = [
    addressWords(address),
    !own && (owner === null ? t('ownerGone') : t('by', { name: owner })),
    own && shared && t('isShared'),
    start && t('isStart'),
  ].filter(Boolean)

  const items = [
    mayChange && { key: 'rename', label: t('rename'), onSelect: () => setOpen('rename') },
    own &&
      (mayShare || shared) && {
        key: 'share',
        label: t('share'),
        checked: shared,
        onSelect: () => mutate({ method: 'PATCH', path, body: { shared: !shared } }),
      },
    {
      key: 'start',
      label: t('start'),
      checked: start,
      onSelect: () => mutate({ method: 'PUT', path: '/api/account/start', body: { viewId: start ? null : id } }),
    },
    mayChange && { key: 'delete', label: t('delete'), onSelect: () => setOpen('delete') },
  ].filter(item => item !== false)

  return (
    <li className="flex items-center gap-2 border-line border-t py-2.5 first:border-t-0 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1">
        <PlaceLink href={address} className="block truncate font-medium hover:underline">
          {name}
        </PlaceLink>
        <p className="num text-[13px] text-ink-3 text-pretty">{facts.join(' · ')}</p>
      </div>
      <Button
        look="icon"
        aria-pressed={pinned}
        aria-label={t('pin', { name })}
        title={t('pin', { name })}
        disabled={isPending}
        onClick={() => mutate({ method: pinned ? 'DELETE' : 'PUT', path: `${path}/pin` })}
        className="max-sm:size-10 aria-pressed:text-act-3"
      >
        <Pin aria-hidden size={16} strokeWidth={1.75} className={pinned ? 'fill-current' : undefined} />
      </Button>
      <Menu label={t('more', { name })} icon={<Ellipsis aria-hidden size={16} />} items={items} />
      {open === 'rename' && <RenameView view={view} onClosed={() => setOpen(null)} />}
      {open === 'delete' && (
        <ConfirmDialog
          question={t('deleteQuestion', { name })}
          consequence={shared ? t('deleteShared', { count: pinnedByOthers }) : t('deleteOwn')}
          deed={t('deleteDeed')}
          cancel={t('cancel')}
          onClosed={() => setOpen(null)}
          onConfirm={() => mutate({ method: 'DELETE', path })}
        />
      )}
    </li>
  )
}
