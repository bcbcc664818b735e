'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useErrorText } from '@/components/report/error-text'
import type { Part } from '@/lib/connection'

interface PartRowsProps<T> {
  part: Part<T>
  /** Said when there are no rows. */
  empty: string
  children: (rows: T[]) => ReactNode
}

/** A list of Allo's as a page shows it, or a sentence on why it is not there. */
export function PartRows<T>({ part, empty, children }: PartRowsProps<T>) {
  const t = useTranslations('settings.connection')
  const errorText = useErrorText()
  if ('rows' in part) return part.rows.length > 0 ? children(part.rows) : <p className="text-ink-2">{empty}</p>
  const { code, requestId } = part.failure
  return (
    <p className="text-ink-2">{t('notShown', { reason: errorText({ code, requestId: requestId ?? undefined }) })}</p>
  )
}
