import clsx from 'clsx'
import { type ComponentProps, type ReactNode, useId } from 'react'

/** The look of every box one types or chooses in. */
export const FIELD_BOX =
  'h-10 w-full rounded-lg border border-line bg-surface px-3 font-normal text-[14px] text-ink max-sm:h-11 max-sm:text-[16px] aria-invalid:border-down disabled:opacity-60'

interface FieldProps {
  label: string
  /** A sentence below, for as long as nothing is wrong. */
  hint?: ReactNode
  /** What is wrong; takes the place of the hint and is read out. */
  error?: string
  className?: string
  /** The control; it gets these to be tied to its words. */
  children: (tie: { id: string; 'aria-invalid': boolean; 'aria-describedby': string }) => ReactNode
}

/** A control with its label above and a hint or a complaint below. */
export function Field({ label, hint, error, className, children }: FieldProps) {
  const id = useId()
  const note = `${id}-note`
  return (
    <div className={clsx('flex min-w-0 flex-col gap-1.5', className)}>
      <label htmlFor={id} className="font-medium text-[13px] text-ink-2">
        {label}
      </label>
      {children({ id, 'aria-invalid': error !== undefined, 'aria-describedby': note })}
      <p id={note} aria-live="polite" className={clsx('text-[13px] empty:hidden', error ? 'text-down' : 'text-ink-3')}>
        {error ?? hint}
      </p>
    </div>
  )
}

type TextFieldProps = Omit<FieldProps, 'children'> & ComponentProps<'input'>

/** A field with one line to type in. */
export function TextField({ label, hint, error, className, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      {tie => <input {...input} {...tie} className={FIELD_BOX} />}
    </Field>
  )
}

type SelectFieldProps = Omit<FieldProps, 'children'> &
  ComponentProps<'select'> & { options: { value: string; label: string }[] }

/** A field with one of several to choose: the system's own list, which every phone and screen reader knows. */
export function SelectField({ label, hint, error, className, options, ...select }: SelectFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      {tie => (
        <select {...select} {...tie} className={FIELD_BOX}>
          {options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
