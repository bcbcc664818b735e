'use client'
import { useTranslations } from 'next-intl'
import type { Withheld } from '@/lib/report/sight'
import { AddressNote } from './address-note'

/** Says what of the address is not for this reader, and why. */
export function WithheldNote({ kinds, onDismiss }: { kinds: Withheld[]; onDismiss: () => void }) {
  const t = useTranslations('withheld')
  return kinds.map(kind => <AddressNote key={kind} text={t(kind)} dismiss={t('dismiss')} onDismiss={onDismiss} />)
}
