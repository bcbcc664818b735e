'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { SettingsCard } from '@/components/settings/settings-card'
import { useServerForm } from '@/components/settings/use-server-form'
import { SelectField, TextField } from '@/components/ui/field'
import { screensKey } from '@/lib/client/screens-keys'
import type { Show } from '@/lib/tv/show'
import type { Choices } from './choices'
import { type EditorValues, errorsOf } from './editor-values'
import { LineUps } from './line-ups'
import { Picture } from './picture'
import { TellFields } from './tell-fields'
import { UnsavedBar } from './unsaved-bar'

interface ScreenEditorProps {
  id: string
  values: EditorValues
  /** Sound was armed when it was paired. */
  hasSound: boolean
  isPortrait: boolean
  choices: Choices
}

/** Everything about one screen that can be chosen, kept together with one button, beside the picture of what is kept. */
export function ScreenEditor({ id, values, hasSound, isPortrait, choices }: ScreenEditorProps) {
  const t = useTranslations('screens.edit')
  const client = useQueryClient()
  const [saves, setSaves] = useState(0)
  const form = useServerForm<EditorValues>({
    values,
    method: 'PATCH',
    path: `/api/screens/${id}`,
    done: t('saved'),
    onDone() {
      setSaves(before => before + 1)
      void client.invalidateQueries({ queryKey: screensKey })
    },
  })
  const { register, formState, watch, setValue, clearErrors } = form
  const show = watch('show')
  const errorAt = errorsOf(form)
  const change = (next: Partial<Show>) => setValue('show', { ...show, ...next }, { shouldDirty: true })
  return (
    <div className="grid gap-x-5 lg:grid-cols-[minmax(0,1fr)_minmax(320px,38%)]">
      <div className="mb-3.5 lg:order-last">
        <div className="lg:sticky lg:top-[18px]">
          <Picture id={id} title={t('picture')} isPortrait={isPortrait} revision={saves} />
          <p className="mt-2 text-[13px] text-ink-3 text-pretty">
            {t(formState.isDirty ? 'pictureUnsaved' : 'pictureSaved')}
          </p>
        </div>
      </div>
      <form
        noValidate
        className="min-w-0"
        onSubmit={event => {
          // What the server said of the last try would hold this one back.
          clearErrors()
          return form.submit(event)
        }}
      >
        <SettingsCard title={t('screen')}>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              {...register('name')}
              label={t('name')}
              error={errorAt('name')}
              maxLength={60}
              autoComplete="off"
            />
            <TextField
              {...register('place')}
              label={t('place')}
              hint={t('placeHint')}
              error={errorAt('place')}
              maxLength={60}
              autoComplete="off"
            />
            <SelectField
              label={t('language')}
              error={errorAt('show.language')}
              value={show.language}
              onChange={event => change({ language: event.target.value === 'fr' ? 'fr' : 'en' })}
              options={[
                { value: 'en', label: 'English' },
                { value: 'fr', label: 'Français' },
              ]}
            />
            <SelectField
              label={t('theme')}
              error={errorAt('show.theme')}
              value={show.theme}
              onChange={event => change({ theme: event.target.value === 'light' ? 'light' : 'dark' })}
              options={(['dark', 'light'] as const).map(value => ({ value, label: t(`themes.${value}`) }))}
            />
          </div>
        </SettingsCard>
        <LineUps lineUps={show.lineUps} choices={choices} errorAt={errorAt} onChange={lineUps => change({ lineUps })} />
        <TellFields show={show} hasSound={hasSound} onChange={change} />
        <UnsavedBar isDirty={formState.isDirty} saving={form.saving} problem={form.problem} />
      </form>
    </div>
  )
}
