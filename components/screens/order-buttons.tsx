'use client'
import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'

interface OrderButtonsProps {
  /** What is moved, for the names of the buttons. */
  name: string
  isFirst: boolean
  isLast: boolean
  onMove: (by: -1 | 1) => void
  /** None for what has to stay. */
  onRemove?: () => void
}

/** Moves one entry of a list, or takes it out. At the end of its way a button stays where the keyboard is, and does nothing. */
export function OrderButtons({ name, isFirst, isLast, onMove, onRemove }: OrderButtonsProps) {
  const t = useTranslations('screens.edit')
  const move = (by: -1 | 1, isOver: boolean) => ({
    'aria-label': t(by < 0 ? 'up' : 'down', { name }),
    'aria-disabled': isOver,
    className: `max-sm:size-10${isOver ? ' opacity-40' : ''}`,
    onClick: () => {
      if (!isOver) onMove(by)
    },
  })
  return (
    <div className="flex shrink-0">
      <Button look="icon" {...move(-1, isFirst)}>
        <ArrowUp aria-hidden size={16} strokeWidth={1.75} />
      </Button>
      <Button look="icon" {...move(1, isLast)}>
        <ArrowDown aria-hidden size={16} strokeWidth={1.75} />
      </Button>
      {onRemove && (
        <Button look="icon" className="max-sm:size-10" aria-label={t('remove', { name })} onClick={onRemove}>
          <X aria-hidden size={16} strokeWidth={1.75} />
        </Button>
      )}
    </div>
  )
}
