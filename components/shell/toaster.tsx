'use client'
import { useEffect } from 'react'
import { useStore } from '@/lib/client/store'
import { toastStore } from '@/lib/client/toast'

const SHOWN_FOR = 5000
/** Reading a sentence and deciding takes longer than reading it. */
const OFFERED_FOR = 10_000

/** Shows what `showToast` says. The live region is always there, so that screen readers notice the text that enters it. */
export function Toaster() {
  const toast = useStore(toastStore, null)
  useEffect(() => {
    if (!toast) return
    const timer = setTimeout(() => toastStore.set(null), toast.action ? OFFERED_FOR : SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [toast])
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 bottom-[calc(16px+env(safe-area-inset-bottom))] z-50 flex justify-center print:hidden"
    >
      {toast && (
        <div
          key={toast.at}
          className="flex max-w-full items-center gap-3 rounded-lg bg-ink px-3.5 py-2.5 font-medium text-[13px] text-surface motion-safe:animate-sheet"
        >
          <p className="min-w-0">{toast.text}</p>
          {toast.action && (
            <button
              type="button"
              onClick={() => {
                toastStore.set(null)
                toast.action?.run()
              }}
              className="pointer-events-auto shrink-0 rounded-md px-1 font-semibold underline underline-offset-2 hover:no-underline focus-visible:outline-2 focus-visible:outline-surface"
            >
              {toast.action.label}
            </button>
          )}
        </div>
      )}
    </div>
  )
}
