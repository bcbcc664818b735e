'use client'
import { useQuery } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { PlaceLink } from '@/components/shell/place-link'
import { buttonClass } from '@/components/ui/button'
import { callHref, useCallsBeside } from '@/lib/client/call-list'
import { directoryQuery } from '@/lib/client/directory-query'
import { useShortcuts } from '@/lib/client/shortcuts'
import { CallPanel } from './call-panel'
import { CopyLink } from './copy-link'

interface CallPageProps {
  id: string
  /** Second of the recording that the address names; null for none. */
  at: number | null
  zone: string
  today: string
  conversionTags: string[]
}

const NO_TERMS: readonly string[] = []

/** A call on a page of its own, with its neighbours in the list it was opened from. */
export function CallPage({ id, at, zone, today, conversionTags }: CallPageProps) {
  const t = useTranslations('call')
  const titleId = useId()
  const directory = useQuery(directoryQuery()).data ?? null
  const { previous, next } = useCallsBeside(id)
  const router = useRouter()
  const go = (to: string | null) => {
    if (to !== null) router.push(callHref(to))
  }
  useShortcuts({ ArrowLeft: () => go(previous), ArrowRight: () => go(next) })
  const icon = buttonClass('icon')
  return (
    <article aria-labelledby={titleId} className="mx-auto max-w-[760px]">
      <header className="mb-3 flex min-h-8 items-center gap-1 print:hidden">
        <PlaceLink href="/calls" className={buttonClass('ghost', '-ml-2 h-7 gap-1 pl-1 text-[13px]')}>
          <ChevronLeft aria-hidden className="size-4" />
          {t('backToCalls')}
        </PlaceLink>
        <span className="ml-auto flex items-center">
          {previous && (
            <PlaceLink
              rel="prev"
              href={callHref(previous)}
              aria-label={t('step.previousUnnamed')}
              title={t('step.previousUnnamed')}
              className={icon}
            >
              <ChevronLeft aria-hidden className="size-4" />
            </PlaceLink>
          )}
          {next && (
            <PlaceLink
              rel="next"
              href={callHref(next)}
              aria-label={t('step.nextUnnamed')}
              title={t('step.nextUnnamed')}
              className={icon}
            >
              <ChevronRight aria-hidden className="size-4" />
            </PlaceLink>
          )}
          <CopyLink href={callHref(id)} />
        </span>
      </header>
      <div className="rounded-card bg-surface px-6 py-5 shadow-hairline max-sm:px-4">
        <CallPanel
          titleId={titleId}
          level={1}
          id={id}
          context={{ zone, today, conversionTags, directory }}
          peek={null}
          at={at}
          highlight={NO_TERMS}
        />
      </div>
    </article>
  )
}
