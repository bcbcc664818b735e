import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LastResort } from '@/components/shell/last-resort'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell')
  return { title: t('lostTitle') }
}

export default async function NotFoundPage() {
  const t = await getTranslations('shell')
  return (
    <main>
      <LastResort title={t('lostTitle')} text={t('lostText')} back={t('back')} />
    </main>
  )
}
