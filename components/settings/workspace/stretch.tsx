'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Button } from '@/components/ui/button'
import type { WorkingHours } from '@/lib/settings/settings'
import { formatClock, parseClock } from '@/lib/settings/zone-time'

const BOX =
  'num h-8 rounded-lg [&::-webkit-calendar-picker-indicator]:hidden border border-line bg-surface px-2 text-[14px] max-sm:h-10 max-sm:text-[16px] aria-invalid:border-down'

interface StretchProps {
  /** The weekday in the reader's language, for the names of the fields. */
  day: string
  stretch: WorkingHours
  error?: string
  onChange: (stretch: WorkingHours) => void
  onRemove: () => void
}

/** From when to when. Midnight as an end is that of the next day. */
export function Stretch({ day, stretch, error, onChange, onRemove }: StretchProps) {
  const t = useTranslations('settings.workspace.hours')
  const note = useId()
  const field = (end: 'from' | 'to') => (
    <input
      type="time"
      aria-label={t(end, { day })}
      aria-invalid={error !== undefined}
      aria-describedby={note}
      value={formatClock(stretch[end])}
      onChange={event => {
        const minutes = parseClock(event.target.value)
        if (minutes !== null) onChange({ ...stretch, [end]: end === 'to' && minutes === 0 ? 24 * 60 : minutes })
      }}
      className={BOX}
    />
  )
  return (
    <div>
      <div className="flex items-center gap-1.5">
        {field('from')}
        <span aria-hidden className="text-ink-3">
          –
        </span>
        {field('to')}
        <Button
          look="icon"
          className="max-sm:size-10"
          aria-label={t('remove', { day, from: formatClock(stretch.from) })}
          onClick={onRemove}
        >
          <X aria-hidden size={14} strokeWidth={1.75} />
        </Button>
      </div>
      <p id={note} role="alert" className="pt-1 text-[13px] text-down empty:hidden">
        {error}
      </p>
    </div>
  )
}
