'use client'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import './paper.css'
import { useMemo, useState } from 'react'
import type { CallContext } from '@/components/calls/call-context'
import { CallOverlay } from '@/components/calls/call-overlay'
import { directoryQuery } from '@/lib/client/directory-query'
import { useMay } from '@/lib/client/permissions'
import { writingsQuery } from '@/lib/client/review-query'
import type { ReviewAnswer } from '@/lib/report/review/answer'
import { SECTIONS, type Section } from '@/lib/report/review/document'
import { reviewTitle } from '@/lib/report/review/words'
import { AddNote } from './add-note'
import { CommitmentsPart } from './commitments-part'
import { FrozenLine } from './frozen-line'
import { HEADLINE } from './headline'
import { ListenCalls } from './listen-calls'
import { PinCallForm } from './pin-call-form'
import { ReviewBar } from './review-bar'
import { ReviewBody } from './review-body'
import { SectionNotes } from './section-notes'
import { SummaryLead } from './summary-lead'

interface ReviewViewProps {
  answer: ReviewAnswer
  /** Today in the workspace. */
  today: string
  /** `?revision=2` or `?live` of the address, or ''. */
  search: string
  /** Whether the server makes PDFs. */
  canPdf: boolean
}

const NOBODY = () => undefined

/** A review on the desk: everything to read, and where people write. */
export function ReviewView({ answer, today, search, canPdf }: ReviewViewProps) {
  const locale = useLocale()
  const t = useTranslations('reviews')
  const writes = useMay('reviews.write')
  const doors = useMay('calls.list')
  const opens = useMay('calls.own')
  const { document, revision } = answer
  const { key } = document.subject
  const { zone, tags } = document.settings
  const { data: writings = null, isError: unread } = useQuery(writingsQuery(key))
  const { data: directory = null } = useQuery({ ...directoryQuery(), enabled: opens })
  const context = useMemo(
    (): CallContext => ({ zone, today, conversionTags: tags, directory }),
    [zone, today, tags, directory],
  )
  const [adding, setAdding] = useState<Section | null>(null)
  const title = reviewTitle(t, locale, document, today)
  const names = document.people.map(({ user }) => user.name)
  const ids = document.calls.map(({ id }) => id)
  return (
    <article className="mx-auto max-w-[872px] pt-[18px] print:max-w-none print:pt-0" data-review={key}>
      <ReviewBar
        reviewKey={key}
        today={today}
        search={search}
        canPdf={canPdf}
        shareable={
          revision && {
            subject: { kind: 'review', key, revision: revision.number },
            name: title,
            sections: SECTIONS,
          }
        }
      />
      <header className="mb-7">
        <h1 className={HEADLINE}>{title}</h1>
        <div className="mt-2.5 mb-1.5">
          <SummaryLead document={document} />
        </div>
        <FrozenLine reviewKey={key} answer={answer} zone={zone} tags={tags} today={today} writes={writes} />
        {unread && !writings && (
          <p role="alert" className="mt-1 text-down print:hidden">
            {t('failed.writings')}
          </p>
        )}
      </header>
      <ReviewBody
        document={document}
        sections={SECTIONS}
        writings={writings}
        doors={doors}
        desk={{
          add: section =>
            writes &&
            adding !== section && <AddNote name={t(`sections.${section}`)} onAdd={() => setAdding(section)} />,
          notes: section => (
            <SectionNotes
              reviewKey={key}
              section={section}
              notes={writings?.notes.filter(note => note.section === section) ?? []}
              names={names}
              zone={zone}
              adding={adding === section}
              // Another may have been begun while this one was on its way.
              onAdded={() => setAdding(now => (now === section ? null : now))}
            />
          ),
          calls: (
            <>
              <ListenCalls reviewKey={key} document={document} writings={writings} writes={writes} />
              {writes && <PinCallForm reviewKey={key} writings={writings} />}
            </>
          ),
          commitments: <CommitmentsPart reviewKey={key} document={document} writings={writings} writes={writes} />,
        }}
      />
      <footer className="num border-line border-t pt-4 text-[13px] text-ink-3">
        {t('zone', { zone: zone.replaceAll('_', ' ') })}
        {revision && (
          <>
            {' · '}
            {t('revisionOf', { number: revision.number })} <code>{revision.hash.slice(0, 16)}</code>
          </>
        )}
      </footer>
      {opens && <CallOverlay ids={ids} context={context} peek={NOBODY} />}
    </article>
  )
}
