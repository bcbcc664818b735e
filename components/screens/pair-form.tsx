'use client'
import { useLocale, useTranslations } from 'next-intl'
import { SaveViewChoice } from '@/components/report/save-view-choice'
import { FormFooter } from '@/components/settings/form-footer'
import { SettingsCard } from '@/components/settings/settings-card'
import { useServerForm } from '@/components/settings/use-server-form'
import { Button } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import { tidyCode } from '@/lib/client/screens-code'
import { firstShow } from '@/lib/tv/show'

interface Fields {
  code: string
  name: string
  place: string
  language: 'en' | 'fr'
  hasSound: boolean
  /** A signage player that shows no code: it is given an address with a secret instead. */
  isPlayer: boolean
}

interface PairFormProps {
  /** What the QR code on the screen carries; '' for none. */
  code: string
  /** Where screens find Callboard, such as `https://callboard.example.com`. */
  site: string
  /** @param secret of a player, for this once; null for a screen that had a code */
  onDone: (secret: string | null) => void
  /** None while there is nothing to go back to. */
  onCancel?: () => void
}

/** Takes a waiting screen into the fleet: its code, its name and place, its language, and whether it may make a sound. */
export function PairForm({ code, site, onDone, onCancel }: PairFormProps) {
  const t = useTranslations('screens.pair')
  const locale = useLocale()
  const language = locale === 'fr' ? 'fr' : 'en'
  const form = useServerForm<Fields, { secret: string | null }>({
    values: { code, name: '', place: '', language, hasSound: false, isPlayer: false },
    method: 'POST',
    path: '/api/screens',
    toBody: typed => ({
      code: typed.isPlayer ? null : tidyCode(typed.code),
      name: typed.name,
      place: typed.place,
      show: firstShow(typed.language),
      hasSound: typed.hasSound,
    }),
    done: t('done'),
    onDone: ({ secret }) => onDone(secret),
  })
  const { register, submit, watch, formState, saving, problem } = form
  const isPlayer = watch('isPlayer')
  const { errors } = formState
  return (
    <SettingsCard title={t('title')} description={t(code === '' ? 'text' : 'scanned')}>
      {code === '' && (
        <ol className="num mb-5 list-decimal pl-5 text-ink-2 marker:text-ink-3 [&>li]:pl-1">
          <li>
            {t('stepOpen')} <code className="select-all font-mono text-[13px] text-ink break-all">{`${site}/tv`}</code>
          </li>
          <li>{t('stepCode')}</li>
          <li>{t('stepName')}</li>
        </ol>
      )}
      <form noValidate onSubmit={submit}>
        <div className="grid gap-4 sm:grid-cols-2">
          {!isPlayer && (
            <TextField
              {...register('code')}
              label={t('code')}
              hint={t('codeHint')}
              error={errors.code?.message}
              maxLength={20}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              placeholder="ABC 234"
            />
          )}
          <TextField
            {...register('name')}
            label={t('name')}
            hint={t('nameHint')}
            error={errors.name?.message}
            maxLength={60}
            autoComplete="off"
          />
          <TextField
            {...register('place')}
            label={t('place')}
            hint={t('placeHint')}
            error={errors.place?.message}
            maxLength={60}
            autoComplete="off"
          />
          <SelectField
            {...register('language')}
            label={t('language')}
            options={[
              { value: 'en', label: 'English' },
              { value: 'fr', label: 'Français' },
            ]}
          />
          <div className="sm:col-span-2">
            <SaveViewChoice {...register('hasSound')} type="checkbox" label={t('sound')} hint={t('soundHint')} />
          </div>
          {code === '' && (
            <div className="sm:col-span-2">
              <SaveViewChoice {...register('isPlayer')} type="checkbox" label={t('player')} hint={t('playerHint')} />
            </div>
          )}
        </div>
        <FormFooter label={t('submit')} saving={saving} problem={problem}>
          {onCancel && (
            <Button look="ghost" onClick={onCancel}>
              {t('cancel')}
            </Button>
          )}
        </FormFooter>
      </form>
    </SettingsCard>
  )
}
