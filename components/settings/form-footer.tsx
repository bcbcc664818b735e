'use client'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'

interface FormFooterProps {
  /** What the button says. */
  label: string
  saving: boolean
  disabled?: boolean
  /** What failed as a whole. */
  problem?: string
  /** Quieter things beside the button. */
  children?: ReactNode
}

/** The end of a form: the one button, and what failed. */
export function FormFooter({ label, saving, disabled, problem, children }: FormFooterProps) {
  return (
    <div className="mt-5 flex flex-wrap items-center gap-3">
      <Button type="submit" look="solid" disabled={saving || disabled} aria-busy={saving}>
        {label}
      </Button>
      {children}
      <p role="alert" className="text-[13px] text-down empty:hidden">
        {problem}
      </p>
    </div>
  )
}
