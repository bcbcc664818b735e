import { getTranslations } from 'next-intl/server'
import { LastResort } from '@/components/shell/last-resort'

/** A page that exists, but not for the reader's role. */
export default async function ForbiddenPage() {
  const t = await getTranslations('shell')
  return <LastResort title={t('forbiddenTitle')} text={t('forbiddenText')} back={t('back')} />
}
