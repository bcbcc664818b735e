'use client'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { useErrorText } from '@/components/report/error-text'
import { Button } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import { useReviewWrite } from '@/lib/client/review-writes'
import { STAGES } from '@/lib/report/query'
import type { Measure, ReviewDocument } from '@/lib/report/review/document'
import { RATE_METRICS } from './measure-words'
import { measureOf } from './typed-measure'

const METRICS = [...RATE_METRICS, ...STAGES] as const

interface CommitmentFormProps {
  reviewKey: string
  document: ReviewDocument
  onClose: () => void
}

/** Somebody promises something for the next period, measured by a number or in words only. */
export function CommitmentForm({ reviewKey, document, onClose }: CommitmentFormProps) {
  const locale = useLocale()
  const t = useTranslations('reviews')
  const errorText = useErrorText()
  const [user, setUser] = useState('')
  const [text, setText] = useState('')
  const [metric, setMetric] = useState<Measure['metric'] | ''>('conversation')
  const [is, setIs] = useState<Measure['is']>('above')
  const [value, setValue] = useState('')
  const [tried, setTried] = useState(false)
  const write = useReviewWrite(reviewKey, { onDone: onClose })
  const measure = metric === '' ? null : measureOf(metric, is, value)
  const wrongValue = metric !== '' && measure === null
  const people = [...document.people].sort((one, other) => one.user.name.localeCompare(other.user.name, locale))

  function save(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (text.trim() === '' || wrongValue) return
    write.mutate({ method: 'POST', path: '/commitments', body: { user: user || null, text: text.trim(), measure } })
  }
  return (
    <form onSubmit={save} noValidate className="mt-4 grid gap-3 rounded-[10px] bg-sunken p-4 print:hidden">
      <div className="grid gap-3 sm:grid-cols-[180px_1fr]">
        <SelectField
          label={t('commitments.who')}
          value={user}
          onChange={event => setUser(event.target.value)}
          options={[
            { value: '', label: t('commitments.team') },
            ...people.map(person => ({ value: person.user.id, label: person.user.name })),
          ]}
        />
        <TextField
          label={t('commitments.what')}
          placeholder={t('commitments.example')}
          value={text}
          maxLength={300}
          required
          error={tried && text.trim() === '' ? t('commitments.missing') : undefined}
          onChange={event => setText(event.target.value)}
        />
      </div>
      <div className="grid gap-3 sm:grid-cols-[1fr_140px_140px]">
        <SelectField
          label={t('commitments.measure')}
          value={metric}
          onChange={event => setMetric(METRICS.find(each => each === event.target.value) ?? '')}
          options={[
            { value: '', label: t('commitments.unmeasured') },
            ...METRICS.map(each => ({ value: each, label: t(`commitments.metric.${each}`) })),
          ]}
        />
        {metric !== '' && (
          <>
            <SelectField
              label={t('commitments.direction')}
              value={is}
              onChange={event => setIs(event.target.value === 'below' ? 'below' : 'above')}
              options={(['above', 'below'] as const).map(each => ({ value: each, label: t(`commitments.${each}`) }))}
            />
            <TextField
              label={t(RATE_METRICS.some(each => each === metric) ? 'commitments.percent' : 'commitments.count')}
              inputMode="decimal"
              value={value}
              error={tried && wrongValue ? t('commitments.number') : undefined}
              onChange={event => setValue(event.target.value)}
            />
          </>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" look="solid" disabled={write.isPending}>
          {t('commitments.keep')}
        </Button>
        <Button look="ghost" onClick={onClose}>
          {t('cancel')}
        </Button>
        {write.error && (
          <p role="alert" className="text-[13px] text-down">
            {errorText(write.error)}
          </p>
        )}
      </div>
    </form>
  )
}
