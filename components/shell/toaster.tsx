'use client'
import { useEffect } from 'react'
import { useStore } from '@/lib/client/store'
import { toastStore } from '@/lib/client/toast'

const SHOWN_FOR = 5000

/** Shows what `showToast` says. The live region is always there, so that screen readers notice the text that enters it. */
export function Toaster() {
  const toast = useStore(toastStore, null)
  useEffect(() => {
    if (!toast) return
    const timer = setTimeout(() => toastStore.set(null), SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [toast])
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 bottom-[calc(16px+env(safe-area-inset-bottom))] z-50 flex justify-center print:hidden"
    >
      {toast && (
        <p
          key={toast.at}
          className="max-w-full rounded-lg bg-ink px-3.5 py-2.5 font-medium text-[13px] text-surface motion-safe:animate-sheet"
        >
          {toast.text}
        </p>
      )}
    </div>
  )
}
