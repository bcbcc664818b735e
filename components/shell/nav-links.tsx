'use client'
import clsx from 'clsx'
import { Bookmark, type LucideIcon } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { MouseEvent, ReactNode } from 'react'
import { useMayAll } from '@/lib/client/permissions'
import { useIsHere, useOpenView, usePinnedViews } from '@/lib/client/views'
import { isPlainClick } from '@/lib/plain-click'
import { LatestBadge } from './latest-badge'
import { PlaceLink } from './place-link'
import { GROUPS } from './places'

/** The list of places and of the reader's pinned views, with the current one marked. */
export function NavLinks({ onNavigate }: { onNavigate?: () => void }) {
  const t = useTranslations('shell')
  const pathname = usePathname()
  const may = useMayAll()
  const isHere = useIsHere()
  // A view is a narrower place than its page: only the narrower one is marked.
  const inView = usePinnedViews().some(view => isHere(view.address) && view.address !== pathname)
  const [first = [], ...others] = GROUPS.map(group =>
    group
      .filter(({ permission }) => may(permission))
      .map(({ href, name, icon }) => (
        <NavLink
          key={href}
          href={href}
          here={!inView && (pathname === href || pathname.startsWith(`${href}/`))}
          icon={icon}
          name={t(name)}
          badge={name === 'inbox' && <LatestBadge />}
          onClick={onNavigate}
        />
      )),
  )
  return (
    <>
      <ul className="flex flex-col gap-0.5">{first}</ul>
      <ViewLinks onNavigate={onNavigate} />
      {others.map(group => (
        <ul key={group[0]?.key} className="flex flex-col gap-0.5">
          {group}
        </ul>
      ))}
    </>
  )
}

function ViewLinks({ onNavigate }: { onNavigate?: () => void }) {
  const t = useTranslations('views')
  const views = usePinnedViews()
  const open = useOpenView()
  const isHere = useIsHere()
  if (views.length === 0) return null
  return (
    <section aria-label={t('views')}>
      <p aria-hidden className="px-2.5 pb-1 text-[12px] text-ink-3">
        {t('views')}
      </p>
      <ul className="flex flex-col gap-0.5">
        {views.map(view => (
          <NavLink
            key={view.id}
            href={view.address}
            here={isHere(view.address)}
            icon={Bookmark}
            name={view.name}
            onClick={event => {
              onNavigate?.()
              if (!isPlainClick(event)) return
              event.preventDefault()
              open(view.address)
            }}
          />
        ))}
      </ul>
    </section>
  )
}

function NavLink(props: {
  href: string
  here: boolean
  icon: LucideIcon
  name: string
  /** Stands at the end of the line. */
  badge?: ReactNode
  onClick?: (event: MouseEvent) => void
}) {
  const { href, here, icon: Icon, name, badge, onClick } = props
  return (
    <li>
      <PlaceLink
        href={href}
        aria-current={here ? 'page' : undefined}
        onClick={onClick}
        className={clsx(
          'flex items-center gap-2.5 rounded-lg px-2.5 py-2 font-medium',
          here ? 'bg-surface text-ink shadow-hairline' : 'text-ink-2 hover:bg-sunken hover:text-ink',
        )}
      >
        <Icon aria-hidden size={16} strokeWidth={1.75} className="shrink-0" />
        <span className="truncate">{name}</span>
        {badge}
      </PlaceLink>
    </li>
  )
}
