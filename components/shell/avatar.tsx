import { type Account, initialsOf } from './account'

/** The round mark with the account's initials. Decorative; the name stands beside it or is the button's label. */
export function Avatar({ account }: { account: Account }) {
  return (
    <span
      aria-hidden
      className="grid size-[26px] shrink-0 place-items-center rounded-full bg-sunken font-semibold text-[11px] text-ink-2 ring-1 ring-line ring-inset"
    >
      {initialsOf(account)}
    </span>
  )
}
