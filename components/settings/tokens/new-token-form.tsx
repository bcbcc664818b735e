'use client'
import { useTranslations } from 'next-intl'
import { FormFooter } from '@/components/settings/form-footer'
import { useServerForm } from '@/components/settings/use-server-form'
import { SelectField, TextField } from '@/components/ui/field'
import { type MadeToken, TOKEN_DAYS } from '@/lib/settings/token'

interface Fields {
  name: string
  /** A number of days as the list holds it; '' for none. */
  days: string
}

const EMPTY: Fields = { name: '', days: '90' }

/** Names a new token and says how long it lasts. */
export function NewTokenForm({ onMade }: { onMade: (made: MadeToken) => void }) {
  const t = useTranslations('settings.tokens')
  const { register, submit, reset, formState, saving, problem } = useServerForm<Fields, MadeToken>({
    values: EMPTY,
    method: 'POST',
    path: '/api/tokens',
    toBody: ({ name, days }) => ({ name, days: days === '' ? null : Number(days) }),
    onDone(made) {
      reset(EMPTY)
      onMade(made)
    },
  })
  return (
    <form noValidate onSubmit={submit}>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          {...register('name')}
          label={t('name')}
          hint={t('nameHint')}
          error={formState.errors.name?.message}
          maxLength={80}
          autoComplete="off"
        />
        <SelectField
          {...register('days')}
          label={t('lasts')}
          error={formState.errors.days?.message}
          options={[
            ...TOKEN_DAYS.map(days => ({ value: String(days), label: t('days', { days }) })),
            { value: '', label: t('forEver') },
          ]}
        />
      </div>
      <FormFooter label={t('make')} saving={saving} problem={problem} />
    </form>
  )
}
