'use client'
import { useTranslations } from 'next-intl'
import { FormFooter } from '@/components/settings/form-footer'
import { useServerForm } from '@/components/settings/use-server-form'
import { Panel } from '@/components/shell/panel'
import { TextField } from '@/components/ui/field'
import type { SavedView } from '@/lib/report/saved-view'

interface RenameViewProps {
  view: Pick<SavedView, 'id' | 'name'>
  onClosed: () => void
}

/** Gives a view another name. */
export function RenameView({ view, onClosed }: RenameViewProps) {
  const t = useTranslations('settings.views')
  return (
    <Panel label={t('renameTitle')} className="sm:w-[420px]" onClosed={onClosed}>
      {close => <RenameForm view={view} close={close} />}
    </Panel>
  )
}

function RenameForm({ view: { id, name }, close }: Pick<RenameViewProps, 'view'> & { close: () => void }) {
  const t = useTranslations('settings.views')
  const { register, submit, formState, saving, problem } = useServerForm<{ name: string }>({
    values: { name },
    method: 'PATCH',
    path: `/api/views/${id}`,
    onDone: close,
  })
  return (
    <form noValidate onSubmit={submit} className="p-5">
      <h2 className="mb-3 font-semibold text-[15px]">{t('renameTitle')}</h2>
      <TextField
        {...register('name')}
        label={t('name')}
        error={formState.errors.name?.message}
        maxLength={80}
        autoComplete="off"
        data-autofocus
      />
      <FormFooter label={t('save')} saving={saving} problem={problem} />
    </form>
  )
}
