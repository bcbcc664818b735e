'use client'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { useErrorText } from '@/components/report/error-text'
import { Button } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import { sendJson } from '@/lib/client/send'
import type { CallboardError } from '@/lib/errors'
import { addDays, isRealDate } from '@/lib/report/dates'
import type { Comparison, DateRange, IsoDate } from '@/lib/report/query'
import { DEFAULT_VIEW, writeReport } from '@/lib/report/search'

/** Gives any range, compared with any other, a name and an address of its own, and opens it. */
export function ReportForm({ today, onClose }: { today: IsoDate; onClose: () => void }) {
  const router = useRouter()
  const t = useTranslations('reviews.make')
  const cancel = useTranslations('reviews')('cancel')
  const errorText = useErrorText()
  const [name, setName] = useState('')
  const [range, setRange] = useState<DateRange>({ from: addDays(today, -14), to: addDays(today, -1) })
  const [compare, setCompare] = useState<'previous' | 'none' | 'custom'>('previous')
  const [other, setOther] = useState<DateRange>({ from: addDays(today, -28), to: addDays(today, -15) })
  const make = useMutation<{ key: string }, CallboardError>({
    mutationFn() {
      const comparison: Comparison = compare === 'custom' ? other : compare
      const report = writeReport({ ...DEFAULT_VIEW.report, period: range, comparison })
      return sendJson('POST', '/api/reviews', { name: name.trim(), report })
    },
    onSuccess: ({ key }) => router.push(`/reviews/${key}`),
  })
  const orders = ({ from, to }: DateRange) => isRealDate(from) && isRealDate(to) && from <= to
  const ready = name.trim() !== '' && orders(range) && (compare !== 'custom' || orders(other))
  const day = (label: string, value: IsoDate, set: (value: IsoDate) => void) => (
    <TextField
      label={label}
      type="date"
      max={today}
      required
      value={value}
      onChange={event => set(event.target.value)}
    />
  )
  function save(event: FormEvent) {
    event.preventDefault()
    if (ready && !make.isPending) make.mutate()
  }
  return (
    <form
      onSubmit={save}
      aria-label={t('title')}
      className="mb-7 grid gap-3 rounded-card bg-surface p-5 shadow-hairline"
    >
      <div className="grid gap-3 sm:grid-cols-[1fr_160px_160px]">
        <TextField
          label={t('name')}
          placeholder={t('example')}
          maxLength={80}
          required
          value={name}
          onChange={event => setName(event.target.value)}
        />
        {day(t('from'), range.from, from => setRange({ ...range, from }))}
        {day(t('to'), range.to, to => setRange({ ...range, to }))}
      </div>
      <div className="grid gap-3 sm:grid-cols-[1fr_160px_160px]">
        <SelectField
          label={t('compare')}
          value={compare}
          onChange={event => {
            const chosen = (['previous', 'none', 'custom'] as const).find(each => each === event.target.value)
            setCompare(chosen ?? 'previous')
          }}
          options={(['previous', 'none', 'custom'] as const).map(value => ({ value, label: t(value) }))}
        />
        {compare === 'custom' && (
          <>
            {day(t('compareFrom'), other.from, from => setOther({ ...other, from }))}
            {day(t('compareTo'), other.to, to => setOther({ ...other, to }))}
          </>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" look="solid" disabled={!ready || make.isPending}>
          {t('keep')}
        </Button>
        <Button look="ghost" onClick={onClose}>
          {cancel}
        </Button>
        {make.error && (
          <p role="alert" className="text-[13px] text-down">
            {errorText(make.error)}
          </p>
        )}
      </div>
    </form>
  )
}
