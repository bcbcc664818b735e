import 'server-only'
import { formatCount, formatPercent } from '@/lib/format/numbers'
import type { Locale } from '@/lib/i18n/locales'
import type { IsoDate } from '@/lib/report/query'
import type { ReviewDocument } from '@/lib/report/review/document'
import { againstWords, type Phrase, reviewTitle, summaryPhrases } from '@/lib/report/review/words'
import { env } from '@/lib/server/env'
import { deliveryWords } from './words'

/** A number of a review with its words. */
interface Figure {
  label: string
  value: string
  /** The rate of the stage before, and what it was before; '' where there is neither. */
  note: string
}

/** What is said of a review, before it takes the form of a mail or of a chat. */
export interface ReviewMessage {
  locale: Locale
  /** Of a test; '' otherwise. */
  notice: string
  title: string
  /** What happened, a sentence each. */
  sentences: Phrase[][]
  figures: Figure[]
  link: { text: string; url: string }
  /** What the pictures show, for whoever does not see them. */
  pictures: { funnel: string; series: string }
  /** Where it comes from and why; for mails. */
  footer: string
}

/** The stages of the funnel, each beside the period before. */
async function figuresOf(document: ReviewDocument, locale: Locale): Promise<Figure[]> {
  const { t, reviews, charts } = await deliveryWords(locale)
  const { stages, hasConversions } = document.outbound.funnel
  const against = againstWords(reviews, locale, document.comparedWith)
  return stages
    .filter(({ stage }) => stage !== 'conversions' || hasConversions)
    .map(({ stage, count, ofPrevious }) => {
      const rate = ofPrevious?.now ? [t('rate', { rate: formatPercent(ofPrevious.now.value, locale) })] : []
      const before =
        count.before === null || against === ''
          ? []
          : [t('before', { against, count: formatCount(count.before, locale) })]
      return {
        label: charts(`stage.${stage}`),
        value: formatCount(count.now, locale),
        note: [...rate, ...before].join(' · '),
      }
    })
}

/**
 * Puts a review into words: its summary, the numbers of its funnel, and a link to the whole.
 *
 * @param asked.today in the workspace zone: a date of another year tells its year
 * @param asked.isTest says in the message that it is one
 */
export async function reviewMessage(
  document: ReviewDocument,
  { locale, today, isTest }: { locale: Locale; today: IsoDate; isTest: boolean },
): Promise<ReviewMessage> {
  const { t, reviews } = await deliveryWords(locale)
  const origin = new URL(env().NEXTAUTH_URL).origin
  return {
    locale,
    notice: isTest ? t('test') : '',
    title: reviewTitle(reviews, locale, document, today),
    sentences: summaryPhrases(reviews, locale, document.summary, document.comparedWith),
    figures: await figuresOf(document, locale),
    link: { text: t('open'), url: `${origin}/reviews/${document.subject.key}` },
    pictures: { funnel: t('picture.funnel'), series: t('picture.series') },
    footer: t('footer', { zone: document.settings.zone, site: origin }),
  }
}

/** A sentence as it reads without any form. */
export function plain(sentence: readonly Phrase[]): string {
  return sentence.map(({ text }) => text).join('')
}
