'use client'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { useErrorText } from '@/components/report/error-text'
import { Button } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import type { CallboardError } from '@/lib/errors'
import { STAGES } from '@/lib/report/query'
import type { Commitment, Measure, ReviewDocument } from '@/lib/report/review/document'
import { RATE_METRICS } from './measure-words'
import { measureOf, typedOf } from './typed-measure'

const METRICS = [...RATE_METRICS, ...STAGES] as const

/** What somebody promises, before it is kept. */
export type Promised = Pick<Commitment, 'user' | 'text' | 'measure'>

/** A promise as routes take it. */
export function toBody({ user, text, measure }: Promised) {
  return { user: user?.id ?? null, text, measure }
}

interface CommitmentFormProps {
  label: string
  /** The word on the button that keeps it. */
  deed: string
  document: ReviewDocument
  /** What stands in the form at first; null for a new one. */
  promised: Promised | null
  saving: boolean
  /** Why it was not kept; null when nothing is wrong. */
  error: CallboardError | null
  onSave: (promised: Promised) => void
  onClose: () => void
}

/** Somebody promises something for the next period, measured by a number or in words only. */
export function CommitmentForm({ promised, document, ...props }: CommitmentFormProps) {
  const { label, deed, saving, error, onSave, onClose } = props
  const locale = useLocale()
  const t = useTranslations('reviews')
  const errorText = useErrorText()
  const [user, setUser] = useState(promised?.user?.id ?? '')
  const [text, setText] = useState(promised?.text ?? '')
  const [metric, setMetric] = useState<Measure['metric'] | ''>(
    promised ? (promised.measure?.metric ?? '') : 'conversation',
  )
  const [is, setIs] = useState<Measure['is']>(promised?.measure?.is ?? 'above')
  const [value, setValue] = useState(promised?.measure ? typedOf(promised.measure, locale) : '')
  const [tried, setTried] = useState(false)
  const measure = metric === '' ? null : measureOf(metric, is, value)
  const wrongValue = metric !== '' && measure === null
  const own = promised?.user
  // Who promised may be nobody of this period any more.
  const people = [
    ...(own && !document.people.some(person => person.user.id === own.id) ? [own] : []),
    ...document.people.map(person => person.user),
  ].sort((one, other) => one.name.localeCompare(other.name, locale))

  function save(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (text.trim() === '' || wrongValue) return
    onSave({ user: people.find(({ id }) => id === user) ?? null, text: text.trim(), measure })
  }
  return (
    <form
      onSubmit={save}
      noValidate
      aria-label={label}
      className="mt-4 grid gap-3 rounded-[10px] bg-sunken p-4 print:hidden"
    >
      <div className="grid gap-3 sm:grid-cols-[180px_1fr]">
        <SelectField
          label={t('commitments.who')}
          value={user}
          onChange={event => setUser(event.target.value)}
          options={[
            { value: '', label: t('commitments.team') },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
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
        <Button type="submit" look="solid" disabled={saving}>
          {deed}
        </Button>
        <Button look="ghost" onClick={onClose}>
          {t('cancel')}
        </Button>
        {error && error.code !== 'CONFLICT' && (
          <p role="alert" className="text-[13px] text-down">
            {errorText(error)}
          </p>
        )}
      </div>
    </form>
  )
}
