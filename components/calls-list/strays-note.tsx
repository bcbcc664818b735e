import { useTranslations } from 'next-intl'
import type { Checked } from '@/lib/report/calls-check'

/** Says so when Allo's answer holds what was not asked for. */
export function StraysNote({ strays }: { strays: readonly Checked[] }) {
  const t = useTranslations('calls')
  if (strays.length === 0) return null
  const names = strays.map(name => t(`checked.${name}`)).join(', ')
  return (
    <p role="status" className="border-line border-b px-6 py-2 text-[13px] text-ink-2 max-sm:px-4">
      {t('strays', { names })}
    </p>
  )
}
