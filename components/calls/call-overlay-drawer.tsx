'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef } from 'react'
import { callHref, callsBeside } from '@/lib/client/call-list'
import type { OpenCall } from '@/lib/client/open-call'
import { formatPhone } from '@/lib/format/phone'
import type { CallOverlayProps } from './call-overlay'
import { CallSheet } from './call-sheet'
import { DrawerFrame } from './drawer-frame'
import { shownItem } from './shown-call'
import { stepOnArrows } from './step-on-arrows'

interface CallOverlayDrawerProps extends CallOverlayProps {
  open: OpenCall
  id: string
}

const NO_TERMS: readonly string[] = []

/** The drawer of one call over any page. Opening it was a step of the history; stepping through calls replaces it. */
export default function CallOverlayDrawer({ ids, context, peek, highlight, open, id }: CallOverlayDrawerProps) {
  const t = useTranslations('call')
  const titleId = useId()
  const closing = useRef(false)
  const shown = useRef(id)
  const row = peek(id)
  const beside = callsBeside(ids, id)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another call means that the last wish to close is done
  useEffect(() => {
    closing.current = false
  }, [id])

  function close() {
    // A second Escape before the first has taken effect would leave the page.
    if (closing.current) return
    closing.current = true
    open.close()
  }

  const step = (to: string | null, label: 'previous' | 'next') => {
    if (to === null) return null
    const other = peek(to)
    const name = other ? other.contact?.name || formatPhone(other.contactNumber) : null
    const link = open.linkTo(to, 'replace')
    return { label: name ? t(`step.${label}`, { name }) : t(`step.${label}Unnamed`), link }
  }

  return (
    <DrawerFrame
      labelledBy={titleId}
      onClose={close}
      onKeyDown={stepOnArrows}
      returnTo={() => document.querySelector<HTMLElement>(`[data-call="${CSS.escape(shown.current)}"]`)}
    >
      <CallSheet
        titleId={titleId}
        id={id}
        context={context}
        peek={row ? shownItem(row) : null}
        at={open.at}
        highlight={highlight ?? NO_TERMS}
        lead={null}
        previous={step(beside.previous, 'previous')}
        next={step(beside.next, 'next')}
        ids={ids}
        copyHref={callHref(id)}
        onClose={close}
        onShown={now => {
          shown.current = now
        }}
      />
    </DrawerFrame>
  )
}
