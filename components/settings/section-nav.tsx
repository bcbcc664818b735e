'use client'
import clsx from 'clsx'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { PlaceLink } from '@/components/shell/place-link'
import type { Permission } from '@/lib/permissions'
import { SECTION_GROUPS } from './sections'

/** The pages of the settings that the reader may open: a column on wide windows, a row that scrolls on narrow ones. */
export function SectionNav({ permissions }: { permissions: readonly Permission[] }) {
  const t = useTranslations('settings')
  const pathname = usePathname()
  const row = useRef<HTMLElement>(null)
  // In the row of narrow windows, the page on show may lie beyond the edge.
  useEffect(() => {
    const current = row.current?.querySelector<HTMLElement>(`[href="${pathname}"]`)
    if (row.current && current) row.current.scrollLeft = current.offsetLeft - row.current.offsetLeft - 16
  }, [pathname])
  const groups = SECTION_GROUPS.map(({ name, sections }) => ({
    name,
    sections: sections.filter(section => permissions.includes(section.permission)),
  })).filter(({ sections }) => sections.length > 0)
  return (
    <nav
      ref={row}
      aria-label={t('navigation')}
      className="-mx-4 flex gap-1 overflow-x-auto px-4 pb-1 lg:mx-0 lg:w-[180px] lg:shrink-0 lg:flex-col lg:gap-5 lg:overflow-visible lg:p-0"
    >
      {groups.map(({ name, sections }) => (
        <div key={name} className="flex gap-1 lg:flex-col lg:gap-0.5">
          <p className="hidden px-2.5 pb-1 text-[12px] text-ink-3 lg:block">{t(`groups.${name}`)}</p>
          {sections.map(section => (
            <PlaceLink
              key={section.href}
              href={section.href}
              aria-current={pathname === section.href ? 'page' : undefined}
              className={clsx(
                'rounded-lg px-2.5 py-1.5 font-medium whitespace-nowrap max-lg:py-2',
                pathname === section.href
                  ? 'bg-surface text-ink shadow-hairline'
                  : 'text-ink-2 hover:bg-sunken hover:text-ink',
              )}
            >
              {t(`sections.${section.name}`)}
            </PlaceLink>
          ))}
        </div>
      ))}
    </nav>
  )
}
