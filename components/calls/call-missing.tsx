'use client'
import { useParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { readId } from '@/lib/report/address-values'
import { CallNote } from './call-note'

/** Said of an address that is no call's: one that can be none, or one that Allo does not know. */
export function CallMissing() {
  const t = useTranslations('call')
  const { id } = useParams<{ id: string }>()
  const looksRight = typeof id === 'string' && readId(id) !== null
  return <CallNote title={t('goneTitle')} text={looksRight ? t('gone') : t('malformed')} />
}
