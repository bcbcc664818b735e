'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormFooter } from '@/components/settings/form-footer'
import { LoadNewest } from '@/components/settings/load-newest'
import { useServerForm } from '@/components/settings/use-server-form'
import { SelectField, TextField } from '@/components/ui/field'
import { formatHour } from '@/lib/format/dates'
import { LOCALES } from '@/lib/i18n/locales'
import {
  DELIVERY_PERIODS,
  type DeliveryPeriod,
  TARGET_KINDS,
  type TargetFacts,
  type TargetKind,
} from '@/lib/settings/delivery'
import { formatClock } from '@/lib/settings/zone-time'

interface Fields {
  kind: TargetKind
  name: string
  address: string
  locale: string
  /** Minutes after midnight. */
  at: string
  periods: DeliveryPeriod[]
}

const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: String(60 * hour), label: formatHour(hour) }))

const EMPTY: Omit<Fields, 'locale'> = { kind: 'mail', name: '', address: '', at: '480', periods: ['week'] }

/** What a target is, as one would type it; a webhook is a secret and stays away. */
function valuesOf({ kind, name, address, locale, at, periods }: TargetFacts): Fields {
  return { kind, name, address: kind === 'mail' ? address : '', locale, at: String(at), periods }
}

/** The hours; and a time that a script has set between two, which stays. */
function timesWith(at: number | undefined) {
  if (at === undefined || at % 60 === 0) return HOURS
  return [...HOURS, { value: String(at), label: formatClock(at) }].toSorted((a, b) => Number(a.value) - Number(b.value))
}

/** What is sent of a change to what was read: a webhook that nobody typed stays. */
function toChange({ kind, address, at, ...rest }: Fields, revision: string) {
  return { ...rest, at: Number(at), ...((kind === 'mail' || address !== '') && { address }), revision }
}

interface TargetFormProps {
  zone: string
  canMail: boolean
  /** The one that is changed; a new one otherwise. */
  target?: TargetFacts
  /** Called when a change has been kept. */
  onChanged?: () => void
}

/** Says where finished reviews go, when and in which language. */
export function TargetForm({ zone, canMail, target, onChanged }: TargetFormProps) {
  const t = useTranslations('settings.deliveries')
  const locale = useLocale()
  const values = target ? valuesOf(target) : { ...EMPTY, locale }
  const [revision] = useState(target?.revision ?? '')
  const { register, submit, reset, watch, getValues, formState, saving, conflict, problem } = useServerForm<Fields>({
    values,
    method: target ? 'PATCH' : 'POST',
    path: target ? `/api/deliveries/${target.id}` : '/api/deliveries',
    toBody: target ? typed => toChange(typed, revision) : typed => ({ ...typed, at: Number(typed.at) }),
    onDone() {
      if (target) onChanged?.()
      else reset({ ...getValues(), name: '', address: '' })
    },
  })
  const kind = watch('kind')
  const { errors } = formState
  const isMail = kind === 'mail'
  const webhookHint = target ? t('webhookStays') : `${t(`webhookHint.${isMail ? 'slack' : kind}`)} ${t('secret')}`
  const periodsError = errors.periods?.message ?? errors.periods?.root?.message
  return (
    <form noValidate onSubmit={submit}>
      <div className="grid gap-4 sm:grid-cols-2">
        {!target && (
          <SelectField
            {...register('kind')}
            label={t('kind')}
            hint={isMail && !canMail ? t('noMail') : undefined}
            error={errors.kind?.message}
            options={TARGET_KINDS.map(value => ({ value, label: t(`kinds.${value}`) }))}
          />
        )}
        <TextField
          {...register('name')}
          className={target && 'sm:col-span-2'}
          label={t('name')}
          hint={t('nameHint')}
          error={errors.name?.message}
          maxLength={80}
          data-autofocus={target && true}
          autoComplete="off"
        />
        <TextField
          {...register('address')}
          className="sm:col-span-2"
          label={t(isMail ? 'recipients' : 'webhook')}
          hint={isMail ? t('recipientsHint') : webhookHint}
          placeholder={target && !isMail ? target.address : undefined}
          error={errors.address?.message}
          inputMode={isMail ? 'email' : 'url'}
          autoComplete="off"
          spellCheck={false}
        />
        <SelectField
          {...register('locale')}
          label={t('language')}
          error={errors.locale?.message}
          options={LOCALES.map(value => ({ value, label: t(`languages.${value}`) }))}
        />
        <SelectField
          {...register('at')}
          label={t('at')}
          hint={t('atHint', { zone })}
          error={errors.at?.message}
          options={timesWith(target?.at)}
        />
        <fieldset className="sm:col-span-2">
          <legend className="mb-1.5 font-medium text-[13px] text-ink-2">{t('periods')}</legend>
          <div className="flex flex-wrap gap-x-6 gap-y-1">
            {DELIVERY_PERIODS.map(period => (
              <label key={period} className="flex items-center gap-2 py-1">
                <input {...register('periods')} type="checkbox" value={period} className="size-4 accent-ink" />
                {t(`period.${period}`)}
              </label>
            ))}
          </div>
          <p aria-live="polite" className="text-[13px] text-down empty:hidden">
            {periodsError}
          </p>
        </fieldset>
      </div>
      <FormFooter label={t(target ? 'save' : 'add')} saving={saving} problem={problem}>
        {conflict && <LoadNewest />}
      </FormFooter>
    </form>
  )
}
