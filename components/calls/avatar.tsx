import clsx from 'clsx'
import { formatPhone } from '@/lib/format/phone'
import { initialsOf } from './initials'

/** A contact's initials; the country code when only the number is known. Decoration: the name stands beside it. */
export function Avatar({ name, number, large = false }: { name: string | null; number: string; large?: boolean }) {
  const text = (name && initialsOf(name)) || (formatPhone(number).split(/\s/)[0] ?? '').slice(0, 4)
  return (
    <span
      aria-hidden
      className={clsx(
        'num grid shrink-0 place-items-center overflow-hidden rounded-full bg-sunken font-semibold text-ink-2',
        large ? 'size-11 text-[14px]' : 'size-[34px] text-[11px]',
      )}
    >
      {text}
    </span>
  )
}
