'use client'
import { type ReactNode, useState } from 'react'
import { Button, type ButtonLook } from '@/components/ui/button'
import { ConfirmDialog } from './confirm-dialog'

interface ConfirmButtonProps {
  look?: ButtonLook
  className?: string
  /** What the button shows. */
  children: ReactNode
  /** Accessible name where the content alone does not say what of. */
  label?: string
  /** The question, in a few words. */
  question: string
  /** What will happen, in a sentence. */
  consequence: string
  /** What the button of the dialog says: the deed itself, not "OK". */
  deed: string
  cancel: string
  onConfirm: () => void
}

/** A button for what cannot be undone: asks once more, and says what will happen. */
export function ConfirmButton({ look = 'ghost', className, children, label, ...dialog }: ConfirmButtonProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look={look} className={className} aria-label={label} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {children}
      </Button>
      {open && <ConfirmDialog {...dialog} onClosed={() => setOpen(false)} />}
    </>
  )
}
