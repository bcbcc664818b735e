'use client'
import { useTranslations } from 'next-intl'
import { FormFooter } from '@/components/settings/form-footer'
import { useServerForm } from '@/components/settings/use-server-form'
import { TextField } from '@/components/ui/field'
import { useMay } from '@/lib/client/permissions'
import { useFilterWords } from './filter-words'
import type { Savable } from './save-view-button'
import { SaveViewChoice } from './save-view-choice'

interface Fields {
  name: string
  dates: 'moving' | 'fixed'
  pinned: boolean
  shared: boolean
  start: boolean
}

/** Saves what is on screen under a name. Whether its dates move along with the calendar is asked where they could. */
export default function SaveViewPanel({ savable, close }: { savable: Savable; close: () => void }) {
  const { moving, fixed, period, today } = savable
  const t = useTranslations('views')
  const mayShare = useMay('views.share')
  const words = useFilterWords(today)
  const { register, submit, formState, saving, problem } = useServerForm<Fields>({
    values: { name: '', dates: 'moving', pinned: true, shared: false, start: false },
    method: 'POST',
    path: '/api/views',
    toBody: ({ dates, ...rest }) => ({ ...rest, address: dates === 'fixed' ? fixed : moving }),
    done: t('saved'),
    onDone: close,
  })
  const { errors } = formState
  const problems = [problem, errors.root?.message].filter(Boolean)
  return (
    <form noValidate onSubmit={submit} className="p-4.5">
      <h2 className="mb-3 font-semibold text-[15px]">{t('save')}</h2>
      <TextField
        {...register('name')}
        label={t('name')}
        placeholder={t('example')}
        error={errors.name?.message}
        maxLength={80}
        autoComplete="off"
        data-autofocus
      />
      {period && moving !== fixed && (
        <fieldset className="mt-4 flex flex-col gap-2">
          <legend className="mb-2 font-medium text-[13px] text-ink-2">{t('dates')}</legend>
          <SaveViewChoice
            {...register('dates')}
            type="radio"
            value="moving"
            label={t('moving')}
            hint={t('movingHint', { period: words.period(period) })}
          />
          <SaveViewChoice
            {...register('dates')}
            type="radio"
            value="fixed"
            label={t('fixed')}
            hint={words.range(period.range)}
          />
        </fieldset>
      )}
      {period && moving === fixed && (
        <p className="mt-2 text-[13px] text-ink-3">{t('alwaysFixed', { dates: words.range(period.range) })}</p>
      )}
      <div className="mt-4 flex flex-col gap-2 border-line border-t pt-4">
        <SaveViewChoice {...register('pinned')} type="checkbox" label={t('pin')} />
        {mayShare && <SaveViewChoice {...register('shared')} type="checkbox" label={t('share')} />}
        <SaveViewChoice {...register('start')} type="checkbox" label={t('start')} />
      </div>
      <FormFooter label={t('keep')} saving={saving} problem={problems[0]} />
    </form>
  )
}
