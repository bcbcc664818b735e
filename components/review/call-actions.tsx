'use client'
import { Pin, PinOff, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { ReviewCallChoice } from '@/lib/report/review/writings'

interface CallActionsProps {
  name: string
  pinned: boolean
  onChoose: (state: ReviewCallChoice['state']) => void
}

/** What a manager does with a call of a review: pins it first, or drops it. */
export function CallActions({ name, pinned, onChoose }: CallActionsProps) {
  const t = useTranslations('reviews')
  const Icon = pinned ? PinOff : Pin
  const pin = t(pinned ? 'calls.unpin' : 'calls.pin')
  return (
    <>
      <Button
        look="ghost"
        className="h-7! text-[13px]"
        aria-label={t('named', { action: pin, name })}
        onClick={() => onChoose(pinned ? 'suggested' : 'pinned')}
      >
        <Icon aria-hidden size={14} strokeWidth={1.75} />
        {pin}
      </Button>
      <Button
        look="ghost"
        className="h-7! text-[13px]"
        aria-label={t('named', { action: t('calls.drop'), name })}
        onClick={() => onChoose('dropped')}
      >
        <X aria-hidden size={14} strokeWidth={1.75} />
        {t('calls.drop')}
      </Button>
    </>
  )
}
