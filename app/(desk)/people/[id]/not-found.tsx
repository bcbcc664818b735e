import { getTranslations } from 'next-intl/server'
import { LastResort } from '@/components/shell/last-resort'

/** An id that is nobody's in the Allo workspace. */
export default async function UnknownPerson() {
  const [t, shell] = await Promise.all([getTranslations('person'), getTranslations('shell')])
  return <LastResort title={t('unknownTitle')} text={t('unknownText')} back={shell('back')} />
}
