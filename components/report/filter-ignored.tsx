'use client'
import { useTranslations } from 'next-intl'
import { AddressNote } from './address-note'

/** Names what was not understood in the address. */
export function FilterIgnored({ names, onDismiss }: { names: string[]; onDismiss: () => void }) {
  const t = useTranslations('filters')
  if (names.length === 0) return null
  return <AddressNote text={t('ignored', { names: names.join(', ') })} dismiss={t('dismiss')} onDismiss={onDismiss} />
}
