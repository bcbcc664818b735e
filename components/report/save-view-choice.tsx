import type { ComponentProps } from 'react'

type SaveViewChoiceProps = ComponentProps<'input'> & { type: 'radio' | 'checkbox'; label: string; hint?: string }

/** A box or a button to tick, with its words beside it. */
export function SaveViewChoice({ label, hint, ...input }: SaveViewChoiceProps) {
  return (
    <label className="flex cursor-pointer items-start gap-2.5">
      <input {...input} className="mt-0.5 size-4 shrink-0 accent-act-3" />
      <span className="min-w-0">
        {label}
        {hint && <span className="num block text-[13px] text-ink-3">{hint}</span>}
      </span>
    </label>
  )
}
