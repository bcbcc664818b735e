'use client'
import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import { type ReactNode, useRef, useState } from 'react'
import { showToast } from '@/lib/client/toast'
import { Panel } from './panel'

interface PanelButtonProps {
  /** Lets another part of the page find the button. */
  id?: string
  /** Accessible name of the panel; the button is named by its content unless `buttonLabel` is given. */
  label: string
  buttonLabel?: string
  className?: string
  panelClassName?: string
  /** What the button shows. */
  button: ReactNode
  /** Fetches the panel's code: on approach, and at the latest on the click. */
  preload?: () => Promise<void>
  onOpen?: () => void
  /** The panel has closed, whichever way. */
  onClosed?: () => void
  children: (close: () => void) => ReactNode
}

/** A button and the panel that hangs from it. */
export function PanelButton(props: PanelButtonProps) {
  const { id, label, buttonLabel, className, panelClassName, button, preload, onOpen, onClosed, children } = props
  const t = useTranslations('shell')
  const anchor = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)

  // A failure shows itself on the click, not on the approach.
  const approach = () => void preload?.().catch(() => undefined)

  async function show() {
    try {
      await preload?.()
    } catch {
      showToast(t('partMissing'))
      return
    }
    // Safari leaves focus where it was on a click, and the dialog returns it to where it was.
    anchor.current?.focus()
    onOpen?.()
    setOpen(true)
  }

  return (
    <>
      <button
        ref={anchor}
        id={id}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={buttonLabel}
        title={buttonLabel}
        onPointerEnter={approach}
        onFocus={approach}
        onClick={show}
        className={clsx(className, open && 'bg-sunken')}
      >
        {button}
      </button>
      {open && (
        <Panel
          label={label}
          anchor={anchor}
          className={panelClassName}
          onClosed={() => {
            setOpen(false)
            onClosed?.()
          }}
        >
          {children}
        </Panel>
      )}
    </>
  )
}
