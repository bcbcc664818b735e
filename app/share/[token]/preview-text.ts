import { getTranslations } from 'next-intl/server'
import { formatRangeLong } from '@/lib/format/dates'
import { formatCount } from '@/lib/format/numbers'
import type { Section } from '@/lib/report/review/document'
import { reviewTitle, summarySentences } from '@/lib/report/review/words'
import type { Shown } from '@/lib/server/shares/shown'
import { today } from '@/lib/server/workspace'

/** Dates and, of what the link shows, the summary or the figures of the funnel: a sentence or two for a chat. */
export async function previewText(shown: Shown, sections: readonly Section[], locale: string): Promise<string> {
  const [t, charts] = await Promise.all([getTranslations('reviews'), getTranslations('charts')])
  const facts = shown.kind === 'review' ? shown.answer.document : null
  const report = shown.kind === 'review' ? shown.answer.document.outbound : shown.answer.report
  const title = facts ? reviewTitle(t, locale, facts, today()) : formatRangeLong(report.period.range, locale, today())
  const summary = facts ? summarySentences(t, locale, facts.summary, facts.comparedWith).slice(0, 2) : []
  if (summary.length > 0) return `${title}. ${summary.join(' ')}`
  if (!sections.includes('funnel')) return title
  const figures = report.funnel.stages
    .filter(({ stage }) => stage !== 'conversions' || report.funnel.hasConversions)
    .map(({ stage, count }) => `${charts(`stage.${stage}`)} ${formatCount(count.now, locale)}`)
  return `${title}: ${figures.join(' · ')}`
}
