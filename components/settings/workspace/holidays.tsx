'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Button } from '@/components/ui/button'
import type { IsoDate } from '@/lib/report/query'
import type { Holiday } from '@/lib/settings/settings'
import { PublicHolidays } from './public-holidays'
import type { WorkspaceFormState } from './values'

const BOX =
  'h-8 min-w-0 rounded-lg border border-line bg-surface px-2 text-[14px] max-sm:h-10 max-sm:text-[16px] aria-invalid:border-down'

/** The list with more days in it, sorted; a date that is there already keeps its name. */
export function withHolidays(list: readonly Holiday[], more: readonly Holiday[]): Holiday[] {
  const fresh = more.filter(day => !list.some(each => each.date === day.date))
  return [...list, ...fresh].sort((one, other) => (one.date < other.date ? -1 : 1))
}

/** Days on which nobody is expected to phone: by hand, or a country's public holidays of a year at once. */
export function Holidays({ form, today }: { form: WorkspaceFormState; today: IsoDate }) {
  const t = useTranslations('settings.workspace.holidays')
  const id = useId()
  const { watch, setValue, clearErrors, formState } = form
  const days = watch('settings.holidays')
  const errors = formState.errors.settings?.holidays

  function change(next: Holiday[]) {
    setValue('settings.holidays', next, { shouldDirty: true })
    clearErrors('settings.holidays')
  }

  return (
    <>
      {days.length === 0 ? (
        <p className="text-ink-3">{t('none')}</p>
      ) : (
        <ul className="-mr-2 max-h-[330px] overflow-y-auto pr-2">
          {days.map((day, index) => {
            const error = errors?.[index]?.date?.message ?? errors?.[index]?.name?.message
            const note = `${id}-${index}`
            const tie = { 'aria-invalid': error !== undefined, 'aria-describedby': note }
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: while a date is typed, its place is all that stays
              <li key={index} className="border-line border-t py-1.5 first:border-t-0">
                <div className="flex items-center gap-2 max-sm:flex-wrap">
                  <input
                    type="date"
                    aria-label={t('date', { number: index + 1 })}
                    {...tie}
                    value={day.date}
                    onChange={event => change(days.with(index, { ...day, date: event.target.value }))}
                    className={`num max-sm:flex-1 ${BOX}`}
                  />
                  <input
                    aria-label={t('name', { number: index + 1 })}
                    {...tie}
                    value={day.name}
                    onChange={event => change(days.with(index, { ...day, name: event.target.value }))}
                    className={`flex-1 max-sm:order-last max-sm:basis-full ${BOX}`}
                  />
                  <Button
                    look="icon"
                    className="max-sm:size-10"
                    aria-label={t('remove', { name: day.name || day.date })}
                    onClick={() => change(days.toSpliced(index, 1))}
                  >
                    <X aria-hidden size={14} strokeWidth={1.75} />
                  </Button>
                </div>
                <p id={note} role="alert" className="pt-1 text-[13px] text-down empty:hidden">
                  {error}
                </p>
              </li>
            )
          })}
        </ul>
      )}
      <div className="mt-4 flex flex-wrap items-end justify-between gap-3">
        <Button className="max-sm:h-10" onClick={() => change([...days, { date: '', name: '' }])}>
          {t('add')}
        </Button>
        <PublicHolidays year={Number(today.slice(0, 4))} onAdd={more => change(withHolidays(days, more))} />
      </div>
    </>
  )
}
