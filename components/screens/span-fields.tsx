'use client'
import { useTranslations } from 'next-intl'
import { formatClock, parseClock } from '@/lib/settings/zone-time'

/** Minutes after midnight; `to` before `from` reaches over midnight. */
interface Span {
  from: number
  to: number
}

interface SpanFieldsProps {
  label: string
  span: Span
  onChange: (span: Span) => void
}

const BOX =
  'num h-10 rounded-lg border border-line bg-surface px-2.5 text-[14px] max-sm:h-11 max-sm:text-[16px] [&::-webkit-calendar-picker-indicator]:hidden'

/** From when to when, by the workspace's clock. Midnight as an end is that of the next day. */
export function SpanFields({ label, span, onChange }: SpanFieldsProps) {
  const t = useTranslations('screens.edit')
  const field = (end: 'from' | 'to') => (
    <input
      type="time"
      aria-label={t(end, { of: label })}
      value={formatClock(span[end])}
      onChange={event => {
        const minutes = parseClock(event.target.value)
        if (minutes !== null) onChange({ ...span, [end]: end === 'to' && minutes === 0 ? 24 * 60 : minutes })
      }}
      className={BOX}
    />
  )
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium text-[13px] text-ink-2">{label}</legend>
      <div className="flex items-center gap-1.5">
        {field('from')}
        <span aria-hidden className="text-ink-3">
          –
        </span>
        {field('to')}
        {span.to < span.from && <span className="ml-1.5 text-[13px] text-ink-3">{t('nextDay')}</span>}
      </div>
    </fieldset>
  )
}
