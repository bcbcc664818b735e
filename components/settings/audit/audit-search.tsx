import Form from 'next/form'
import { useTranslations } from 'next-intl'
import { PlaceLink } from '@/components/shell/place-link'
import { buttonClass } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'

interface Option {
  value: string
  label: string
}

interface AuditSearchProps {
  /** What is searched for now, as the fields hold it; '' where nothing narrows. */
  values: Record<'q' | 'action' | 'person' | 'from' | 'to', string>
  actions: Option[]
  people: Option[]
}

/** Searches the log by its address alone: a plain form that works without scripts and leaves each search in the history. */
export function AuditSearch({ values, actions, people }: AuditSearchProps) {
  const t = useTranslations('settings.audit')
  const narrowed = Object.values(values).some(value => value !== '')
  return (
    // A new search starts with fields of its own: what was typed before is not what is shown.
    <Form key={JSON.stringify(values)} action="/settings/audit" role="search" aria-label={t('filters')} scroll={false}>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        <TextField
          className="col-span-2"
          label={t('search')}
          type="search"
          name="q"
          defaultValue={values.q}
          maxLength={100}
        />
        <SelectField
          label={t('action')}
          name="action"
          defaultValue={values.action}
          options={[{ value: '', label: t('every') }, ...actions]}
        />
        <SelectField
          label={t('person')}
          name="person"
          defaultValue={values.person}
          options={[{ value: '', label: t('everybody') }, ...people]}
        />
        <TextField label={t('from')} type="date" name="from" defaultValue={values.from} />
        <TextField label={t('to')} type="date" name="to" defaultValue={values.to} />
        <div className="col-span-2 flex items-end gap-2">
          <button type="submit" className={buttonClass('solid', 'h-10 max-sm:h-11')}>
            {t('apply')}
          </button>
          {narrowed && (
            <PlaceLink href="/settings/audit" className={buttonClass('ghost', 'h-10 max-sm:h-11')}>
              {t('clear')}
            </PlaceLink>
          )}
        </div>
      </div>
    </Form>
  )
}
