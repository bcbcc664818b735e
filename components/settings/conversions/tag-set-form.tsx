'use client'
import { useTranslations } from 'next-intl'
import { FormFooter } from '@/components/settings/form-footer'
import { LoadNewest } from '@/components/settings/load-newest'
import { useServerForm } from '@/components/settings/use-server-form'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import type { TagSet } from '@/lib/settings/settings'
import type { KnownTag } from './known-tag'
import { TagPicker } from './tag-picker'

interface TagSetFormProps {
  /** null makes a new one. */
  set: TagSet | null
  revision: number
  known: KnownTag[] | null
  onDone: () => void
  onCancel: () => void
}

/** The name and the tags of one set. */
export function TagSetForm({ set, revision, known, onDone, onCancel }: TagSetFormProps) {
  const t = useTranslations('settings.conversions')
  const form = useServerForm<{ name: string; tags: string[] }, unknown>({
    values: { name: set?.name ?? '', tags: set?.tags ?? [] },
    ...(set
      ? {
          method: 'PUT',
          path: `/api/tag-sets/${encodeURIComponent(set.id)}`,
          toBody: values => ({ ...values, revision }),
        }
      : { method: 'POST', path: '/api/tag-sets' }),
    onDone,
  })
  const { register, formState, setValue, clearErrors, watch } = form
  // The tags of a refused list are named one by one; the reader sees one complaint below the list.
  const tagsError = formState.errors.tags
  return (
    <form onSubmit={form.submit} noValidate className="p-5">
      <h2 className="mb-4 font-semibold text-[15px]">{set ? t('edit', { name: set.name }) : t('add')}</h2>
      <TextField
        label={t('name')}
        data-autofocus
        autoComplete="off"
        error={formState.errors.name?.message}
        {...register('name')}
      />
      <TagPicker
        tags={watch('tags')}
        known={known}
        error={tagsError?.message ?? tagsError?.find?.(each => each?.message)?.message}
        onChange={tags => {
          setValue('tags', tags, { shouldDirty: true })
          clearErrors('tags')
        }}
      />
      <FormFooter label={t('save')} saving={form.saving} problem={form.problem}>
        <Button className="max-sm:h-10" onClick={onCancel}>
          {t('cancel')}
        </Button>
        {form.conflict && <LoadNewest />}
      </FormFooter>
    </form>
  )
}
