import { TextField } from '@/components/ui/field'

/** Where somebody says how they are called. */
export function NameField({ label, error }: { label: string; error: string | undefined }) {
  return <TextField name="name" label={label} error={error} required maxLength={100} autoComplete="name" />
}
