'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'

/** Names what was not understood in the address; dismissing it cleans the address. */
export function FilterIgnored({ names, onDismiss }: { names: string[]; onDismiss: () => void }) {
  const t = useTranslations('filters')
  if (names.length === 0) return null
  return (
    <p className="mt-1.5 flex items-center gap-1.5 text-[13px] text-ink-2 print:hidden">
      <span className="min-w-0 break-words [overflow-wrap:anywhere]">{t('ignored', { names: names.join(', ') })}</span>
      <button
        type="button"
        aria-label={t('dismiss')}
        title={t('dismiss')}
        onClick={onDismiss}
        className="grid size-6 shrink-0 place-items-center rounded-md text-ink-3 hover:bg-sunken hover:text-ink"
      >
        <X aria-hidden size={14} strokeWidth={1.75} />
      </button>
    </p>
  )
}
