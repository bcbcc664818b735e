'use client'
import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { callTitle } from './call-words'
import type { ChosenCall } from './chosen-calls'

/** The suggestions that were dropped, each to be brought back. */
export function DroppedLine({ dropped, onRestore }: { dropped: ChosenCall[]; onRestore: (entry: ChosenCall) => void }) {
  const t = useTranslations('reviews')
  return (
    <p className="mt-2 flex flex-wrap items-center gap-1 text-[13px] text-ink-3 print:hidden">
      {t('calls.dropped')}
      {dropped.map(entry => (
        <button
          key={entry.call.id}
          type="button"
          aria-label={t('calls.restore', { name: callTitle(t, entry.call) })}
          onClick={() => onRestore(entry)}
          className={buttonClass('ghost', 'h-7! max-w-60 text-[13px]')}
        >
          <span className="truncate">↩ {callTitle(t, entry.call)}</span>
        </button>
      ))}
    </p>
  )
}
