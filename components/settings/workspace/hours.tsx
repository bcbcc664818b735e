'use client'
import { Plus } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { formatWeekday } from '@/lib/format/dates'
import { weekdaysFrom } from '@/lib/report/dates'
import type { Weekday } from '@/lib/report/query'
import type { WorkingHours } from '@/lib/settings/settings'
import { Stretch } from './stretch'
import type { WorkspaceFormState } from './values'

const MOST = 4
const DAY = 24 * 60

/** A stretch to begin with: office hours on an empty day, else a while after the last one. */
function nextStretch(stretches: readonly WorkingHours[]): WorkingHours {
  const last = stretches.at(-1)
  if (!last) return { from: 9 * 60, to: 18 * 60 }
  const from = Math.min(last.to + 60, DAY - 60)
  return { from, to: Math.min(from + 4 * 60, DAY) }
}

/** When people are expected to phone, by weekday: several stretches a day, or none. */
export function Hours({ form }: { form: WorkspaceFormState }) {
  const t = useTranslations('settings.workspace.hours')
  const locale = useLocale()
  const { watch, setValue, clearErrors, formState } = form
  const hours = watch('settings.businessHours')
  const errors = formState.errors.settings?.businessHours

  function change(day: Weekday, stretches: WorkingHours[]) {
    setValue(`settings.businessHours.${day}`, stretches, { shouldDirty: true })
    clearErrors(`settings.businessHours.${day}`)
  }

  return (
    <ul>
      {weekdaysFrom(watch('settings.weekStart')).map(day => {
        const name = formatWeekday(day, locale, 'long')
        const stretches = hours[day]
        return (
          <li
            key={day}
            className="flex min-h-12 flex-wrap items-start gap-x-3 gap-y-1 border-line border-t py-1.5 first:border-t-0"
          >
            <h3 className="w-[104px] py-1.5 font-medium first-letter:uppercase max-sm:flex-1 max-sm:py-2.5">{name}</h3>
            <div className="flex min-w-0 flex-1 flex-wrap items-start gap-x-3 gap-y-1.5 max-sm:order-last max-sm:basis-full">
              {stretches.length === 0 && <p className="py-1.5 text-ink-3">{t('closed')}</p>}
              {stretches.map((stretch, index) => (
                <Stretch
                  // biome-ignore lint/suspicious/noArrayIndexKey: a stretch has no other name than its place in the day
                  key={index}
                  day={name}
                  stretch={stretch}
                  error={errors?.[day]?.[index]?.from?.message ?? errors?.[day]?.[index]?.to?.message}
                  onChange={next => change(day, stretches.with(index, next))}
                  onRemove={() => change(day, stretches.toSpliced(index, 1))}
                />
              ))}
            </div>
            {stretches.length < MOST && (
              <Button
                look="icon"
                className="size-8 max-sm:size-10"
                aria-label={t('add', { day: name })}
                onClick={() => change(day, [...stretches, nextStretch(stretches)])}
              >
                <Plus aria-hidden size={16} strokeWidth={1.75} />
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
