'use client'
import { useTranslations } from 'next-intl'
import { type ComponentProps, useId } from 'react'
import { TextField } from '@/components/ui/field'
import type { ZoneChoice } from '@/lib/settings/zones'

type ZoneFieldProps = Omit<ComponentProps<'input'>, 'list'> & {
  zones: ZoneChoice[]
  /** What is typed. */
  zone: string
  error?: string
}

/** The zone by its name, found by typing: the browser's own list of suggestions, with each one's present offset. */
export function ZoneField({ zones, zone, error, ...input }: ZoneFieldProps) {
  const t = useTranslations('settings.workspace.zone')
  const id = useId()
  const offset = zones.find(each => each.zone === zone)?.offset
  return (
    <div>
      <TextField
        label={t('label')}
        hint={offset ? t('now', { offset }) : t('hint')}
        error={error}
        list={id}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        {...input}
      />
      <datalist id={id}>
        {zones.map(each => (
          <option key={each.zone} value={each.zone} label={each.offset} />
        ))}
      </datalist>
    </div>
  )
}
