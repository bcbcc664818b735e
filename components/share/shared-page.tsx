import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { ReviewBody } from '@/components/review/review-body'
import { SummaryLead } from '@/components/review/summary-lead'
import { Logo } from '@/components/shell/logo'
import { formatInstant, formatRangeLong } from '@/lib/format/dates'
import type { OutboundReport, ReportAnswer } from '@/lib/report/outbound'
import type { ReviewAnswer } from '@/lib/report/review/answer'
import type { Section } from '@/lib/report/review/document'
import { reviewTitle } from '@/lib/report/review/words'
import type { ReviewWritings } from '@/lib/report/review/writings'
import { SharedView } from './shared-view'

interface SharedPageProps {
  name: string
  shown:
    | { kind: 'review'; answer: ReviewAnswer; writings: ReviewWritings }
    | { kind: 'view'; answer: ReportAnswer<OutboundReport> }
  /** The sections that were chosen, in the order of the page. */
  sections: readonly Section[]
  /** ISO 8601; null for a link that does not expire by itself. */
  expiresAt: string | null
  clock: { zone: string; today: string }
}

/** What a link shows, between its name and until when it opens. */
export async function SharedPage({ name, shown, sections, expiresAt, clock }: SharedPageProps) {
  const [t, reviews, locale, messages] = await Promise.all([
    getTranslations('shared'),
    getTranslations('reviews'),
    getLocale(),
    getMessages(),
  ])
  const moment = (instant: string) => formatInstant(instant, clock.zone, locale, clock.today)
  const of =
    shown.kind === 'review'
      ? reviewTitle(reviews, locale, shown.answer.document, clock.today)
      : formatRangeLong(shown.answer.report.period.range, locale, clock.today)
  const frozenAt = shown.kind === 'review' ? shown.answer.revision?.frozenAt : undefined
  const { fetchedAt } = shown.kind === 'review' ? shown.answer.document : shown.answer
  const age = frozenAt === undefined ? t('asOf', { time: moment(fetchedAt) }) : t('frozen', { time: moment(frozenAt) })
  const { errors, shell, charts, change, report } = messages
  return (
    <NextIntlClientProvider messages={{ errors, shell, charts, change, report, reviews: messages.reviews }}>
      <div className="mx-auto flex min-h-dvh max-w-[1060px] flex-col px-4 py-6 sm:px-8 sm:py-9 print:p-0">
        <main className="flex-1">
          <header className="mb-6">
            <h1
              dir="auto"
              className="font-[660] text-[26px] leading-[34px] tracking-[-0.02em] text-balance [overflow-wrap:anywhere]"
            >
              {name}
            </h1>
            <p className="num mt-1 text-ink-3">
              {[...(of === name ? [] : [of]), age, clock.zone.replaceAll('_', ' ')].join(' · ')}
            </p>
          </header>
          {shown.kind === 'review' ? (
            <>
              <div className="mb-7 empty:hidden">
                <SummaryLead document={shown.answer.document} />
              </div>
              <ReviewBody
                document={shown.answer.document}
                sections={sections}
                writings={shown.writings}
                doors={false}
              />
            </>
          ) : (
            <SharedView name={name} answer={shown.answer} sections={sections} />
          )}
        </main>
        <footer className="num mt-8 flex items-center gap-2 border-line border-t pt-4 text-[13px] text-ink-3">
          <Logo className="size-4 shrink-0" />
          {expiresAt === null ? t('from') : t('fromUntil', { time: moment(expiresAt) })}
        </footer>
      </div>
    </NextIntlClientProvider>
  )
}
