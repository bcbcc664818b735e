import type { ComponentProps } from 'react'

/** A box to tick, with its words beside it. */
export function Tick({ label, hint, ...input }: ComponentProps<'input'> & { label: string; hint?: string }) {
  return (
    <label className="flex cursor-pointer items-start gap-2.5 max-sm:py-0.5">
      <input {...input} type="checkbox" className="mt-0.5 size-4 shrink-0 accent-act-3" />
      <span className="min-w-0">
        {label}
        {hint && <span className="block text-[13px] text-ink-3 text-pretty">{hint}</span>}
      </span>
    </label>
  )
}
