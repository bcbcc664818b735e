'use client'
import { useTranslations } from 'next-intl'
import type { ZoneCheck } from '@/lib/settings/zone-check'

/** What the check found, in sentences. */
export function ZoneVerdict({ check }: { check: ZoneCheck }) {
  const t = useTranslations('settings.workspace.check')
  const { verdict, zone, days, fitting, best, hours } = check
  const [first] = best
  const total = days.length
  // Where the hours settle it, the other zones that the days leave open are no news.
  const rest = first && hours?.includes(first.zone) ? [] : best.slice(1).map(fit => fit.zone)
  const words =
    total === 0
      ? t('noCalls')
      : t(verdict, { zone, count: fitting, total, best: first?.zone ?? zone, bestCount: first?.days ?? 0 })
  return (
    <>
      <p className="font-medium text-pretty">{words}</p>
      {verdict !== 'none' && rest.length > 0 && (
        <p className="mt-1 text-[13px] text-ink-2 text-pretty">{t('alike', { zones: rest.join(', ') })}</p>
      )}
      {hours && (
        <p className="mt-1 text-[13px] text-ink-2 text-pretty">
          {hours.includes(zone)
            ? t('hoursFit', { zone })
            : hours.length > 0
              ? t('hoursOther', { zones: hours.join(', ') })
              : t('hoursNone')}
        </p>
      )}
    </>
  )
}
