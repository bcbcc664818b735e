'use client'
import { useTranslations } from 'next-intl'
import { FormFooter } from '@/components/settings/form-footer'
import { useServerForm } from '@/components/settings/use-server-form'
import { Panel } from '@/components/shell/panel'
import { SelectField, TextField } from '@/components/ui/field'
import { SHARE_DAYS, type ShareFacts } from '@/lib/settings/share-link'

/** As the list holds it: nothing changes. */
const STAYS = 'stays'

interface ChangeLinkProps {
  link: ShareFacts
  /** Until when it opens, in words. */
  ends: string
  onClosed: () => void
}

/** Changes what a link is called and until when it opens; what it shows stays. */
export function ChangeLink(props: ChangeLinkProps) {
  const { link, onClosed } = props
  const t = useTranslations('settings.links')
  return (
    <Panel label={t('changeOf', { name: link.name })} className="sm:w-[480px]" onClosed={onClosed}>
      {close => (
        <div className="p-5">
          <h2 className="mb-4 break-words font-semibold text-[15px]">{t('changeOf', { name: link.name })}</h2>
          <LinkForm {...props} onDone={close} />
        </div>
      )}
    </Panel>
  )
}

function LinkForm({ link, ends, onDone }: ChangeLinkProps & { onDone: () => void }) {
  const t = useTranslations('settings.links')
  const share = useTranslations('share')
  const { register, submit, formState, saving, problem } = useServerForm({
    values: { name: link.name, days: STAYS },
    method: 'PATCH',
    path: `/api/shares/${link.id}`,
    toBody: ({ name, days }) => ({ name, ...(days !== STAYS && { days: days === '' ? null : Number(days) }) }),
    done: t('changed'),
    onDone,
  })
  const { errors } = formState
  return (
    <form noValidate onSubmit={submit}>
      <div className="grid gap-4">
        <TextField
          {...register('name')}
          label={share('name')}
          hint={share('nameHint')}
          error={errors.name?.message}
          maxLength={80}
          autoComplete="off"
          data-autofocus
        />
        <SelectField
          {...register('days')}
          label={share('opens')}
          error={errors.days?.message}
          options={[
            { value: STAYS, label: ends },
            ...SHARE_DAYS.map(days => ({ value: String(days), label: t('daysFromNow', { days }) })),
            { value: '', label: share('forEver') },
          ]}
        />
        <p className="text-[13px] text-ink-3 text-pretty">{t('showsStays')}</p>
      </div>
      <FormFooter label={t('save')} saving={saving} problem={problem} />
    </form>
  )
}
