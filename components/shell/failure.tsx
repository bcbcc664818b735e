'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { LastResort } from './last-resort'

/** The view of a page that could not be rendered. The server's reason stays on the server; its digest finds it in the log. */
export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations('shell')
  const digest = error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : null
  return (
    <LastResort
      title={t('failedTitle')}
      text={t('failedText')}
      back={t('back')}
      reference={digest === null ? undefined : t('reference', { id: digest })}
      action={
        <Button look="solid" onClick={retry}>
          {t('tryAgain')}
        </Button>
      }
    />
  )
}
