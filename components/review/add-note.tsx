'use client'
import { MessageSquarePlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'

/** The quiet button that opens the box for a new note on a section. */
export function AddNote({ name, onAdd }: { name: string; onAdd: () => void }) {
  const t = useTranslations('reviews')
  return (
    <Button
      look="ghost"
      onClick={onAdd}
      aria-label={t('named', { action: t('notes.add'), name })}
      className="mt-1 -ml-2.5 h-7! font-normal! text-[13px] text-ink-3! hover:text-ink! noscript:hidden print:hidden"
    >
      <MessageSquarePlus aria-hidden size={14} strokeWidth={1.75} />
      {t('notes.add')}
    </Button>
  )
}
