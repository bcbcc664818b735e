'use client'
import { useLocale, useTranslations } from 'next-intl'
import type { MouseEvent } from 'react'
import type { DrillList } from '@/lib/client/use-drill-list'
import type { CallContext } from './call-context'
import { CallRow, CallRowBone } from './call-row'
import { WithheldRow } from './withheld-row'

interface CallListProps {
  list: DrillList
  linkToCall: (id: string) => { href: string; onClick: (event: MouseEvent) => void }
  context: CallContext
  showPerson: boolean
  /** Rows to hold a place for while nothing is known. */
  expected: number
}

/** The rows of one page, those that are not the reader's to open as such; their places while they load. */
export function CallList({ list, linkToCall, context, showPerson, expected }: CallListProps) {
  const t = useTranslations('drill')
  const words = useTranslations('call')
  const locale = useLocale()
  const bones = list.loading ? Math.min(20, Math.max(1, expected)) : 0
  return (
    <ul aria-label={t('list')} aria-busy={list.loading || list.turning}>
      {list.rows.map(row =>
        row.withheld ? (
          <WithheldRow key={row.id} row={row} context={context} showPerson={showPerson} t={words} locale={locale} />
        ) : (
          <CallRow
            key={row.id}
            row={row}
            details={list.details.get(row.id)}
            lookup={list.detailsPending ? 'pending' : list.detailsFailed ? 'failed' : 'done'}
            link={linkToCall(row.id)}
            context={context}
            showPerson={showPerson}
            t={words}
            locale={locale}
          />
        ),
      )}
      {Array.from({ length: bones }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bones have no identity
        <CallRowBone key={index} />
      ))}
    </ul>
  )
}

/** Moves the focus by so many rows from the one that has it, or to the first or last row when none has. */
export function focusRow(within: Element, by: 1 | -1): void {
  const rows = Array.from(within.querySelectorAll<HTMLElement>('[data-call]'))
  const focused = document.activeElement
  const at = focused instanceof HTMLElement ? rows.indexOf(focused) : -1
  const to = at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by
  rows[to]?.focus()
  rows[to]?.scrollIntoView({ block: 'nearest' })
}
