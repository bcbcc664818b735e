'use client'
import { useLocale, useTranslations } from 'next-intl'
import { FormFooter } from '@/components/settings/form-footer'
import { useServerForm } from '@/components/settings/use-server-form'
import { SelectField, TextField } from '@/components/ui/field'
import { formatHour } from '@/lib/format/dates'
import { LOCALES } from '@/lib/i18n/locales'
import { DELIVERY_PERIODS, type DeliveryPeriod, TARGET_KINDS, type TargetKind } from '@/lib/settings/delivery'

interface Fields {
  kind: TargetKind
  name: string
  address: string
  locale: string
  /** An hour of the day. */
  hour: string
  periods: DeliveryPeriod[]
}

const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: formatHour(hour) }))

/** Says where finished reviews go, when and in which language. */
export function NewTargetForm({ zone, canMail }: { zone: string; canMail: boolean }) {
  const t = useTranslations('settings.deliveries')
  const locale = useLocale()
  const values: Fields = { kind: 'mail', name: '', address: '', locale, hour: '8', periods: ['week'] }
  const { register, submit, reset, watch, getValues, formState, saving, problem } = useServerForm<Fields>({
    values,
    method: 'POST',
    path: '/api/deliveries',
    toBody: ({ hour, ...rest }) => ({ ...rest, at: Number(hour) * 60 }),
    onDone: () => reset({ ...getValues(), name: '', address: '' }),
  })
  const kind = watch('kind')
  const { errors } = formState
  const isMail = kind === 'mail'
  const periodsError = errors.periods?.message ?? errors.periods?.root?.message
  return (
    <form noValidate onSubmit={submit}>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          {...register('kind')}
          label={t('kind')}
          hint={isMail && !canMail ? t('noMail') : undefined}
          error={errors.kind?.message}
          options={TARGET_KINDS.map(value => ({ value, label: t(`kinds.${value}`) }))}
        />
        <TextField
          {...register('name')}
          label={t('name')}
          hint={t('nameHint')}
          error={errors.name?.message}
          maxLength={80}
          autoComplete="off"
        />
        <TextField
          {...register('address')}
          className="sm:col-span-2"
          label={t(isMail ? 'recipients' : 'webhook')}
          hint={isMail ? t('recipientsHint') : `${t(`webhookHint.${kind}`)} ${t('secret')}`}
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
          {...register('hour')}
          label={t('at')}
          hint={t('atHint', { zone })}
          error={errors.hour?.message}
          options={HOURS}
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
      <FormFooter label={t('add')} saving={saving} problem={problem} />
    </form>
  )
}
