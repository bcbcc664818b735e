import { useTranslations } from 'next-intl'

/** A hairline at the top of the window while the next report is on its way. It waits a moment, so cached answers never show it. */
export function FilterProgress({ loading }: { loading: boolean }) {
  const t = useTranslations('filters')
  if (!loading) return null
  return (
    <div
      role="progressbar"
      aria-label={t('loading')}
      className="pointer-events-none fixed inset-x-0 top-0 z-40 h-0.5 overflow-hidden print:hidden"
    >
      <span className="absolute inset-y-0 bg-act-3 motion-safe:animate-hairline motion-reduce:w-full motion-reduce:opacity-60" />
    </div>
  )
}
