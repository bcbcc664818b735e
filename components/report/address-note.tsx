'use client'
import { X } from 'lucide-react'

/** A line below the filters about something in the address that was left out; dismissing it cleans the address. */
export function AddressNote({ text, dismiss, onDismiss }: { text: string; dismiss: string; onDismiss: () => void }) {
  return (
    <p className="mt-1.5 flex items-center gap-1.5 text-[13px] text-ink-2 print:hidden">
      <span className="min-w-0 break-words [overflow-wrap:anywhere]">{text}</span>
      <button
        type="button"
        aria-label={dismiss}
        title={dismiss}
        onClick={onDismiss}
        className="grid size-6 shrink-0 place-items-center rounded-md text-ink-3 hover:bg-sunken hover:text-ink"
      >
        <X aria-hidden size={14} strokeWidth={1.75} />
      </button>
    </p>
  )
}
