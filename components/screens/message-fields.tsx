'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useErrorText } from '@/components/report/error-text'
import { useFieldText } from '@/components/settings/use-field-text'
import { Button } from '@/components/ui/button'
import { FIELD_BOX, Field } from '@/components/ui/field'
import { sendImage } from '@/lib/client/screens-image'
import { toCallboardError } from '@/lib/errors'
import type { MessageScene } from '@/lib/tv/show'

interface MessageFieldsProps {
  scene: MessageScene
  textError?: string
  imageError?: string
  onChange: (scene: MessageScene) => void
}

/** What a message says, and its picture: kept by us as soon as it is chosen, shown once the screen is saved. */
export function MessageFields({ scene, textError, imageError, onChange }: MessageFieldsProps) {
  const t = useTranslations('screens.edit')
  return (
    <>
      <Field label={t('text')} hint={t('textHint')} error={textError} className="sm:col-span-2">
        {tie => (
          <textarea
            {...tie}
            rows={3}
            maxLength={280}
            value={scene.text}
            onChange={event => onChange({ ...scene, text: event.target.value })}
            className={`${FIELD_BOX} h-auto py-2 max-sm:h-auto`}
          />
        )}
      </Field>
      <ImageField image={scene.image} error={imageError} onChange={image => onChange({ ...scene, image })} />
    </>
  )
}

interface ImageFieldProps {
  image: string | null
  error?: string
  onChange: (image: string | null) => void
}

function ImageField({ image, error, onChange }: ImageFieldProps) {
  const t = useTranslations('screens.edit')
  const fieldText = useFieldText()
  const errorText = useErrorText()
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<string>()

  async function send(file: File | undefined) {
    if (!file) return
    setSending(true)
    setProblem(undefined)
    try {
      onChange(await sendImage(file))
    } catch (thrown) {
      const failure = toCallboardError(thrown)
      const [key] = Object.values(failure.fields ?? {})
      setProblem(fieldText(key) ?? errorText(failure))
    } finally {
      setSending(false)
    }
  }

  return (
    <div className="flex flex-wrap items-start gap-4 sm:col-span-2">
      <Field
        label={t('image')}
        hint={t(sending ? 'imageSending' : 'imageHint')}
        error={problem ?? error}
        className="flex-1"
      >
        {tie => (
          <input
            {...tie}
            type="file"
            accept="image/png,image/jpeg,image/webp"
            disabled={sending}
            onChange={event => {
              void send(event.target.files?.[0])
              // The same file can be chosen again.
              event.target.value = ''
            }}
            className="w-full min-w-0 py-2 text-[13px] text-ink-2 file:mr-3 file:h-8 file:cursor-pointer file:rounded-lg file:border file:border-line file:bg-surface file:px-3 file:font-medium file:text-ink"
          />
        )}
      </Field>
      {image && (
        <div className="flex items-end gap-2">
          {/* biome-ignore lint/performance/noImgElement: one picture of a few hundred pixels that nothing has to make smaller */}
          <img
            src={`/api/tv/images/${image}`}
            alt={t('imageAlt')}
            className="h-20 max-w-40 rounded-lg bg-sunken object-contain"
          />
          <Button look="ghost" onClick={() => onChange(null)}>
            {t('imageRemove')}
          </Button>
        </div>
      )}
    </div>
  )
}
