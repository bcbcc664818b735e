'use client'
import clsx from 'clsx'
import { useLocale, useTranslations } from 'next-intl'
import { PlaceLink } from '@/components/shell/place-link'
import { formatCount, formatSigned } from '@/lib/format/numbers'
import { countsOfReport } from '@/lib/report/funnels'
import type { Stage } from '@/lib/report/query'
import type { Factor, ReviewDocument, Split } from '@/lib/report/review/document'
import { behindHref } from '@/lib/report/review/doors'
import { rangeName, reviewName } from '@/lib/report/review/words'
import { type Step, spanOf, stepsOf } from './waterfall'

/** The calls that a factor counts: those that reached the stage it leads to. */
export const STAGE_OF: Record<Factor, Stage> = {
  dials: 'dials',
  connection: 'connected',
  conversation: 'conversations',
  conversion: 'conversions',
}

interface MovedChartProps {
  document: ReviewDocument
  split: Split
  doors: boolean
  /** Of the bars, in pixels. */
  height?: number
}

/** What each factor added to the conversions or took from them, from the period before to this one. Each bar is a door to its calls. */
export function MovedChart({ document, split, doors, height = 168 }: MovedChartProps) {
  const locale = useLocale()
  const t = useTranslations('reviews')
  const { conversions } = countsOfReport(document.outbound)
  const before = conversions - split.total
  const steps = stepsOf(split, before, conversions)
  const { low, high } = spanOf(steps)
  const y = (value: number) => ((high - value) / (high - low)) * height
  const isTotal = (key: Step['key']): key is 'before' | 'now' => key === 'before' || key === 'now'
  const nameOf = (key: Step['key']) => {
    if (key === 'before') return document.comparedWith ? rangeName(t, locale, document.comparedWith) : ''
    return key === 'now' ? reviewName(t, locale, document.subject) : t(`moved.${key}`)
  }
  const figureOf = ({ key, from, to }: Step) =>
    isTotal(key) ? formatCount(to, locale) : formatSigned(to - from, locale)
  const hrefOf = (key: Step['key']) =>
    behindHref(document, { stage: isTotal(key) ? 'conversions' : STAGE_OF[key] }, { before: key === 'before' })

  return (
    <ol
      aria-label={t('moved.chart')}
      className="num grid break-inside-avoid grid-cols-6 print:[print-color-adjust:exact]"
    >
      {steps.map((step, index) => {
        const { key, from, to } = step
        const top = Math.min(y(from), y(to))
        const tall = Math.max(2, Math.abs(y(from) - y(to)))
        const next = steps[index + 1]
        const down = !isTotal(key) && to < from
        const drawn = (
          <>
            <span className="relative block" style={{ height: height + 24 }}>
              <span
                className={clsx(
                  'absolute inset-x-0 text-center font-semibold text-[13px] leading-5',
                  !isTotal(key) && (down ? 'text-down' : to > from ? 'text-up' : 'text-ink-3'),
                )}
                style={{ top }}
              >
                {!isTotal(key) && to !== from && (
                  <span aria-hidden className="mr-0.5 text-[10px] max-sm:hidden">
                    {down ? '▼' : '▲'}
                  </span>
                )}
                {figureOf(step)}
              </span>
              <span
                aria-hidden
                className={clsx('absolute inset-x-[14%] rounded-[3px]', {
                  'border border-prev border-dashed': key === 'before',
                  'bg-won': key === 'now',
                })}
                style={{
                  top: top + 22,
                  height: tall,
                  ...(!isTotal(key) && { background: down ? FALL : 'var(--up)' }),
                }}
              />
              {next && (
                <span
                  aria-hidden
                  className="absolute left-[86%] w-[28%] border-ink-3 border-t"
                  style={{ top: y(key === 'before' ? before : to) + 22 }}
                />
              )}
            </span>
            <span
              className={clsx(
                'mt-1.5 block px-0.5 text-center text-[12px] leading-4 max-sm:text-[11px]',
                isTotal(key) ? 'font-medium text-ink' : 'text-ink-2',
              )}
            >
              {breakable(nameOf(key))}
            </span>
          </>
        )
        return (
          <li key={key} className="min-w-0">
            {doors ? (
              <PlaceLink
                href={hrefOf(key)}
                aria-label={t('moved.bar', { name: nameOf(key), figure: figureOf(step) })}
                className="block rounded-lg hover:bg-sunken"
              >
                {drawn}
              </PlaceLink>
            ) : (
              drawn
            )}
          </li>
        )
      })}
    </ol>
  )
}

/** Where a long name may be broken on a phone: before its ending, which English and French share. */
function breakable(name: string): string {
  return name.replace(/(\p{L}{5,})([ts]ions?)\b/gu, '$1\u00ad$2')
}

/** Hatched, so that what fell is seen without colour too. */
const FALL =
  'repeating-linear-gradient(-45deg, var(--down) 0 4px, color-mix(in srgb, var(--down) 55%, var(--bg)) 4px 7px)'
