'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { SettingsCard } from '@/components/settings/settings-card'
import { useServerForm } from '@/components/settings/use-server-form'
import { SelectField, TextField } from '@/components/ui/field'
import { screensKey } from '@/lib/client/screens-keys'
import { isLastSave, type ScreenView } from '@/lib/tv/fleet'
import type { Show } from '@/lib/tv/show'
import type { Choices } from './choices'
import { ConflictChoice } from './conflict-choice'
import { type EditorValues, errorsOf } from './editor-values'
import { LeaveQuestion } from './leave-question'
import { LineUps } from './line-ups'
import { Picture } from './picture'
import { TellFields } from './tell-fields'
import { UnsavedBar } from './unsaved-bar'

export interface ScreenFormProps {
  id: string
  values: EditorValues
  /** Of the screen as these values have it. */
  revision: string
  /** Sound was armed when it was paired. */
  hasSound: boolean
  isPortrait: boolean
  /** IANA zone of the workspace. */
  zone: string
  choices: Choices
  /** The reader gives up what was changed here for what is kept. */
  onLoad: (newest: ScreenView) => void
}

/** Everything about one screen that can be chosen, kept together with one button, beside the picture of what is kept. */
export function ScreenForm({ id, values, revision, hasSound, isPortrait, zone, choices, onLoad }: ScreenFormProps) {
  const t = useTranslations('screens.edit')
  const client = useQueryClient()
  const [saves, setSaves] = useState(0)
  /** What the reader has seen of the screen. */
  const seen = useRef(revision)
  const form = useServerForm<EditorValues, Pick<ScreenView, 'revision'>>({
    values,
    method: 'PATCH',
    path: `/api/screens/${id}`,
    toBody: typed => ({ ...typed, revision: seen.current }),
    done: t('saved'),
    onDone(kept) {
      seen.current = kept.revision
      setSaves(before => before + 1)
      void client.invalidateQueries({ queryKey: screensKey })
    },
  })
  const { register, formState, watch, setValue, clearErrors } = form
  const show = watch('show')
  const errorAt = errorsOf(form)
  function submit() {
    // What the server said of the last try would hold this one back.
    clearErrors()
    return form.submit()
  }
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
          event.preventDefault()
          void submit()
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
        <UnsavedBar isDirty={formState.isDirty} saving={form.saving} problem={form.problem}>
          {form.conflict && (
            <ConflictChoice
              id={id}
              last={isLastSave(form.now) ? form.now : null}
              zone={zone}
              onLoad={onLoad}
              onKeep={newest => {
                seen.current = newest.revision
                void submit()
              }}
            />
          )}
        </UnsavedBar>
      </form>
      <LeaveQuestion isDirty={formState.isDirty} />
    </div>
  )
}
