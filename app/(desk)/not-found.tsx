import { getTranslations } from 'next-intl/server'
import { LastResort } from '@/components/shell/last-resort'

/** What is not there, in the place of a desk's page: the desk around it stays. */
export default async function DeskNotFound() {
  const t = await getTranslations('shell')
  return <LastResort title={t('lostTitle')} text={t('lostText')} back={t('back')} />
}
