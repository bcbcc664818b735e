import { getTranslations } from 'next-intl/server'
import { CallNote } from '@/components/calls/call-note'

/** A call that exists, but is not the reader's to open. */
export default async function CallForbidden() {
  const t = await getTranslations('call')
  return <CallNote title={t('forbiddenTitle')} text={t('forbidden')} />
}
