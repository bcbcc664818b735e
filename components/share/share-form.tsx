'use client'
import { useTranslations } from 'next-intl'
import { useWatch } from 'react-hook-form'
import { FormFooter } from '@/components/settings/form-footer'
import { useServerForm } from '@/components/settings/use-server-form'
import { SelectField, TextField } from '@/components/ui/field'
import type { Section } from '@/lib/report/review/document'
import { DEFAULT_SHARE_DAYS, type MadeShare, PASSPHRASE_LENGTH, SHARE_DAYS } from '@/lib/settings/share-link'
import type { Shareable } from './shareable'
import { Tick } from './tick'

interface Fields {
  name: string
  sections: Section[]
  /** A number of days as the list holds it; '' for none. */
  days: string
  passphrase: string
  showsNames: boolean
  showsNumbers: boolean
  unfolds: boolean
}

/** What a link shows, of whom, to whom and for how long. */
export function ShareForm({ shareable, onMade }: { shareable: Shareable; onMade: (made: MadeShare) => void }) {
  const { subject, name, sections } = shareable
  const t = useTranslations('share')
  const { register, control, submit, formState, saving, problem } = useServerForm<Fields, MadeShare>({
    values: {
      name,
      sections: [...sections],
      days: String(DEFAULT_SHARE_DAYS),
      passphrase: '',
      showsNames: false,
      showsNumbers: false,
      unfolds: false,
    },
    method: 'POST',
    path: '/api/shares',
    toBody: ({ days, passphrase, unfolds, ...rest }) => ({
      ...rest,
      subject,
      days: days === '' ? null : Number(days),
      passphrase: passphrase === '' ? null : passphrase,
      unfolds: unfolds && passphrase === '',
    }),
    onDone: onMade,
  })
  const { errors } = formState
  const [chosen, passphrase] = useWatch({ control, name: ['sections', 'passphrase'] })
  return (
    <form noValidate onSubmit={submit}>
      <h2 className="font-semibold text-[15px]">{t('guestLink')}</h2>
      <p className="mt-1.5 mb-4 text-[13px] text-ink-2 text-pretty">{t('guestLinkText')}</p>
      <TextField
        {...register('name')}
        label={t('name')}
        hint={t('nameHint')}
        error={errors.name?.message}
        maxLength={80}
        autoComplete="off"
        data-autofocus
      />
      <fieldset className="mt-4 grid gap-x-4 gap-y-2 sm:grid-cols-2">
        <legend className="mb-2 font-medium text-[13px] text-ink-2">{t('shows')}</legend>
        {sections.map(section => (
          <Tick key={section} {...register('sections')} value={section} label={t(`section.${section}`)} />
        ))}
        <p aria-live="polite" className="text-[13px] text-down empty:hidden sm:col-span-2">
          {errors.sections?.message}
        </p>
      </fieldset>
      {chosen.includes('calls') && (
        <div className="mt-4 flex flex-col gap-2">
          <Tick {...register('showsNames')} label={t('showsNames')} />
          <Tick {...register('showsNumbers')} label={t('showsNumbers')} />
        </div>
      )}
      <div className="mt-4 grid gap-4 border-line border-t pt-4 sm:grid-cols-2">
        <SelectField
          {...register('days')}
          label={t('opens')}
          error={errors.days?.message}
          options={[
            ...SHARE_DAYS.map(days => ({ value: String(days), label: t('days', { days }) })),
            { value: '', label: t('forEver') },
          ]}
        />
        <TextField
          {...register('passphrase')}
          type="password"
          label={t('passphrase')}
          error={errors.passphrase?.message}
          maxLength={PASSPHRASE_LENGTH.most}
          autoComplete="new-password"
        />
      </div>
      <div className="mt-4">
        <Tick
          {...register('unfolds')}
          label={t('unfolds')}
          hint={passphrase === '' ? t('unfoldsHint') : t('unfoldsNot')}
          aria-disabled={passphrase !== ''}
        />
      </div>
      <FormFooter label={t('make')} saving={saving} problem={problem} />
    </form>
  )
}
