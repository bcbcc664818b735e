'use client'
import { Maximize2, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useEffectEvent } from 'react'
import { PlaceLink } from '@/components/shell/place-link'
import { Button, buttonClass } from '@/components/ui/button'
import { callHref, rememberCalls } from '@/lib/client/call-list'
import { CallPanel, type CallPanelProps } from './call-panel'
import { CopyLink } from './copy-link'
import { type Step, StepLinks } from './step-links'

interface CallSheetProps extends CallPanelProps {
  /** First in the head: the way back to a list, if there is one. */
  lead: ReactNode
  previous: Step | null
  next: Step | null
  /** Calls of the list in order; the call's own page goes on stepping through them. */
  ids: readonly string[]
  /** What "copy link" copies. */
  copyHref: string
  onClose: () => void
  /** After the call has come into view, once for each. */
  onShown?: (id: string) => void
}

/** A drawer as one call: head with its neighbours, and the call below, scrolling. */
export function CallSheet({ lead, previous, next, ids, copyHref, onClose, onShown, ...panel }: CallSheetProps) {
  const t = useTranslations('call')
  const drill = useTranslations('drill')
  const { id, titleId } = panel

  const shown = useEffectEvent(() => {
    onShown?.(id)
    document.getElementById(titleId)?.focus({ preventScroll: true })
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: each call takes the focus once
  useEffect(() => shown(), [id])

  return (
    <>
      <header className="flex items-center gap-1 border-line border-b px-6 py-2.5 max-sm:px-4">
        {lead}
        <span className="ml-auto flex items-center">
          <StepLinks previous={previous} next={next} />
          <CopyLink href={copyHref} />
          <PlaceLink
            href={callHref(id)}
            aria-label={t('openPage')}
            title={t('openPage')}
            onClick={() => rememberCalls(ids)}
            onAuxClick={() => rememberCalls(ids)}
            className={buttonClass('icon')}
          >
            <Maximize2 aria-hidden className="size-4" />
          </PlaceLink>
          <Button look="icon" aria-label={drill('close')} title={drill('close')} onClick={onClose}>
            <X aria-hidden className="size-4" />
          </Button>
        </span>
      </header>
      <section
        key={id}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text has to scroll by keyboard
        tabIndex={0}
        aria-label={t('label')}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-6 py-5 -outline-offset-2 max-sm:px-4"
      >
        <CallPanel {...panel} />
      </section>
    </>
  )
}
