'use client'
import clsx from 'clsx'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { PlaceLink } from './place-link'
import { GROUPS } from './places'

/** The list of places, with the current one marked. */
export function NavLinks({ onNavigate }: { onNavigate?: () => void }) {
  const t = useTranslations('shell')
  const pathname = usePathname()
  return GROUPS.map(group => (
    <ul key={group[0]?.href} className="flex flex-col gap-0.5">
      {group.map(({ href, name, icon: Icon }) => {
        const here = pathname === href || pathname.startsWith(`${href}/`)
        return (
          <li key={href}>
            <PlaceLink
              href={href}
              aria-current={here ? 'page' : undefined}
              onClick={onNavigate}
              className={clsx(
                'flex items-center gap-2.5 rounded-lg px-2.5 py-2 font-medium',
                here ? 'bg-surface text-ink shadow-hairline' : 'text-ink-2 hover:bg-sunken hover:text-ink',
              )}
            >
              <Icon aria-hidden size={16} strokeWidth={1.75} />
              {t(name)}
            </PlaceLink>
          </li>
        )
      })}
    </ul>
  ))
}
