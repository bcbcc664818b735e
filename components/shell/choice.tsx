'use client'
import clsx from 'clsx'
import { useId } from 'react'

interface ChoiceProps<T extends string> {
  legend: string
  value: T
  options: { value: T; label: string; lang?: string }[]
  onChange: (value: T) => void
  /** Hides the legend from sight, not from screen readers. */
  quiet?: boolean
}

/** One of few, drawn as a single control and made of radio buttons: arrows move, the choice applies at once. */
export function Choice<T extends string>({ legend, value, options, onChange, quiet }: ChoiceProps<T>) {
  const name = useId()
  return (
    <fieldset className="flex items-center justify-between gap-4">
      <legend className={clsx('float-left text-[13px] text-ink-2', quiet && 'sr-only')}>{legend}</legend>
      <div className="inline-flex rounded-lg bg-sunken p-0.5">
        {options.map(option => (
          <label
            key={option.value}
            lang={option.lang}
            className={clsx(
              'cursor-pointer rounded-md px-2.5 py-[3px] font-medium text-[13px] whitespace-nowrap has-focus-visible:outline-2 has-focus-visible:outline-focus',
              option.value === value ? 'bg-surface text-ink shadow-hairline' : 'text-ink-2 hover:text-ink',
            )}
          >
            <input
              type="radio"
              className="sr-only"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
