'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { SaveBar } from '@/components/settings/save-bar'
import { SettingsCard } from '@/components/settings/settings-card'
import { useForgetReports } from '@/components/settings/use-forget-reports'
import { useServerForm } from '@/components/settings/use-server-form'
import { SelectField, TextField } from '@/components/ui/field'
import type { IsoDate } from '@/lib/report/query'
import type { Settings } from '@/lib/settings/settings'
import type { ZoneChoice } from '@/lib/settings/zones'
import { Holidays } from './holidays'
import { Hours } from './hours'
import type { WorkspaceValues } from './values'
import { ZoneCheckCard } from './zone-check-card'
import { ZoneField } from './zone-field'

interface WorkspaceFormProps {
  settings: Settings
  revision: number
  zones: ZoneChoice[]
  today: IsoDate
}

/** All settings of the workspace, kept together with one button. */
export function WorkspaceForm({ settings, revision, zones, today }: WorkspaceFormProps) {
  const t = useTranslations('settings.workspace')
  const forget = useForgetReports()
  const [seen, setSeen] = useState(revision)
  const form = useServerForm<WorkspaceValues, { revision: number }>({
    values: { settings },
    method: 'PUT',
    path: '/api/settings',
    toBody: values => ({ ...values, revision: seen }),
    done: t('saved'),
    onDone(answer) {
      setSeen(answer.revision)
      forget()
    },
  })
  const { register, formState, setValue, watch } = form
  const errors = formState.errors.settings
  const number = { valueAsNumber: true }
  return (
    <form onSubmit={form.submit} noValidate>
      <SettingsCard title={t('days.title')} description={t('days.description')}>
        <div className="grid gap-4 sm:grid-cols-2">
          <ZoneField
            zones={zones}
            zone={watch('settings.zone')}
            error={errors?.zone?.message}
            {...register('settings.zone')}
          />
          <SelectField
            label={t('weekStart.label')}
            options={(['monday', 'sunday'] as const).map(value => ({ value, label: t(`weekStart.${value}`) }))}
            {...register('settings.weekStart')}
          />
        </div>
      </SettingsCard>
      <ZoneCheckCard zone={settings.zone} onChoose={zone => setValue('settings.zone', zone, { shouldDirty: true })} />
      <SettingsCard title={t('hours.title')} description={t('hours.description')}>
        <Hours form={form} />
      </SettingsCard>
      <SettingsCard title={t('holidays.title')} description={t('holidays.description')}>
        <Holidays form={form} today={today} />
      </SettingsCard>
      <SettingsCard title={t('reading.title')}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={t('minSample.label')}
            hint={t('minSample.hint')}
            error={errors?.minSample?.message}
            type="number"
            inputMode="numeric"
            {...register('settings.minSample', number)}
          />
          <SelectField
            label={t('repsSee.label')}
            hint={t('repsSee.hint')}
            options={(['everybody', 'own'] as const).map(value => ({ value, label: t(`repsSee.${value}`) }))}
            {...register('settings.repsSee')}
          />
          <TextField
            label={t('auditDays.label')}
            hint={t('auditDays.hint')}
            error={errors?.auditDays?.message}
            type="number"
            inputMode="numeric"
            {...register('settings.auditDays', number)}
          />
        </div>
      </SettingsCard>
      <SaveBar
        label={t('save')}
        saving={form.saving}
        isDirty={formState.isDirty}
        problem={form.problem}
        conflict={form.conflict}
      />
    </form>
  )
}
