'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'

/** After somebody else was faster: the page anew, without what was typed here. */
export function LoadNewest() {
  const t = useTranslations('settings')
  return <Button onClick={() => window.location.reload()}>{t('loadNewest')}</Button>
}
