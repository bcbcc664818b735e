'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'

interface WriteConflictProps {
  /** What happened, in a sentence. */
  told: string
  /** What stands there now; null when it was taken away meanwhile. */
  theirs: { title: string; content: ReactNode } | null
  mine: ReactNode
  /** The words for keeping mine where theirs is gone. */
  again: string
  /** A way to keep both, where there is one. */
  both?: ReactNode
  /** Puts mine in place of theirs, or makes it anew where theirs is gone. */
  onMine: () => void
  /** Leaves theirs as it is. */
  onLeave: () => void
}

/** Somebody else was first: what they wrote and what was to be written side by side, and the writer decides. Nothing is lost until they do. */
export function WriteConflict({ told, theirs, mine, again, both, onMine, onLeave }: WriteConflictProps) {
  const t = useTranslations('reviews')
  return (
    <div role="alert" className="mt-3.5 rounded-[10px] border border-line p-4 print:hidden">
      <p className="mb-3 font-medium">{told}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        {theirs && <Side title={theirs.title}>{theirs.content}</Side>}
        <Side title={t('conflict.mine')}>{mine}</Side>
      </div>
      <div className="mt-3 flex flex-wrap gap-2">
        {theirs && both}
        <Button onClick={onMine}>{theirs ? t('conflict.useMine') : again}</Button>
        <Button look="ghost" onClick={onLeave}>
          {t(theirs ? 'conflict.useTheirs' : 'conflict.discard')}
        </Button>
      </div>
    </div>
  )
}

function Side({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="min-w-0 rounded-lg bg-sunken px-3 py-2.5">
      <h3 className="mb-1 font-medium text-[13px] text-ink-3">{title}</h3>
      {children}
    </section>
  )
}
