import { useLocale, useTranslations } from 'next-intl'
import { formatPercent, formatPoints, shownPoints } from '@/lib/format/numbers'
import type { Change } from '@/lib/report/outbound'

type Moved = Extract<Change, { by: number }>

/** A move that would be written as 0.0: no arrow may stand beside a zero. */
export function isHair(change: Change): boolean {
  return change.kind === 'moved' && Math.abs(change.by) < 0.0005
}

/** What a change says: the short text beside a figure, the same in full words, and the lines of its tooltip. */
export interface ChangeWords {
  shown: string
  words: string
  lines: string[]
}

/**
 * Puts a change into words of the reader's language. `now` and `before` are the two values as they are shown.
 * null when there is no comparison and nothing to say.
 */
export function useChangeWords(): (change: Change, now: string | null, before: string | null) => ChangeWords | null {
  const locale = useLocale()
  const t = useTranslations('change')
  const size = (change: Moved, by: number) =>
    change.unit === 'points'
      ? t('points', { count: shownPoints(by), by: formatPoints(Math.abs(by), locale) })
      : formatPercent(Math.abs(by), locale)
  const signed = (change: Moved, by: number) => `${by < 0 ? '−' : '+'}${size(change, by)}`

  function describe(change: Change): ChangeWords | null {
    switch (change.kind) {
      case 'none':
        return null
      case 'withheld':
        return { shown: '', words: t('withheld'), lines: [t('withheld')] }
      case 'equal':
        return { shown: t('equal'), words: t('equal'), lines: [] }
      case 'new':
        return { shown: t('new'), words: t('newWords'), lines: [t('newWords')] }
      case 'too-few': {
        const words = t('tooFew', { have: change.have, need: change.need })
        return { shown: words, words, lines: [t('tooFewWhy')] }
      }
      case 'noise':
        return { shown: t('noise'), words: t('noiseWords'), lines: [t('noiseBy', { by: signed(change, change.by) })] }
      case 'moved': {
        if (isHair(change)) return { shown: t('hair'), words: t('hair'), lines: [] }
        const by = size(change, change.by)
        const words = change.by < 0 ? t('down', { by }) : t('up', { by })
        return { shown: by, words, lines: change.basis === 'plain' ? [t('plain')] : [] }
      }
    }
  }

  return (change, now, before) => {
    const said = describe(change)
    if (!said) return null
    const both = now !== null && before !== null ? [t('nowBefore', { now, before })] : []
    const interval =
      'interval' in change && change.interval
        ? [t('interval', { low: signed(change, change.interval.low), high: signed(change, change.interval.high) })]
        : []
    return { ...said, lines: [...both, ...said.lines, ...interval] }
  }
}
