import type { ComponentProps } from 'react'

/** The one button of a gate's form, as wide as its fields. */
export function SubmitButton(props: ComponentProps<'button'>) {
  return (
    <button
      type="submit"
      {...props}
      className="num h-10 rounded-lg bg-act-3 font-semibold text-surface hover:brightness-95 disabled:opacity-60 max-sm:h-11"
    />
  )
}
