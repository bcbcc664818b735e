'use client'
import { useTranslations } from 'next-intl'
import { useCelebrated } from './use-celebrated'

export interface CelebratedPersonProps {
  /** Of the user in Allo. */
  id: string
  name: string
  celebrated: boolean
}

/** One of the team, with a box to tick. */
export function CelebratedPerson({ id, name, celebrated }: CelebratedPersonProps) {
  const t = useTranslations('settings.celebrations')
  const { isCelebrated, isPending, celebrate } = useCelebrated(id, celebrated, isOn =>
    t(isOn ? 'nowOn' : 'nowOff', { name }),
  )
  return (
    <li className="break-inside-avoid">
      <label className="flex min-h-9 cursor-pointer items-center gap-2.5 py-1 max-sm:min-h-11">
        <input
          type="checkbox"
          className="size-4 shrink-0 accent-act-3"
          checked={isCelebrated}
          aria-busy={isPending}
          onChange={event => celebrate(event.target.checked)}
        />
        <span className="min-w-0 break-words" dir="auto">
          {name}
        </span>
      </label>
    </li>
  )
}
