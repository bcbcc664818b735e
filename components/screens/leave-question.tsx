'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConfirmDialog } from '@/components/settings/confirm-dialog'
import { usePageGuard } from '@/lib/client/use-page-guard'

/** Asks before the page is left with something that is not saved. Shows nothing otherwise. */
export function LeaveQuestion({ isDirty }: { isDirty: boolean }) {
  const t = useTranslations('screens.edit')
  const [wish, setWish] = useState<{ go: () => void } | null>(null)
  usePageGuard(isDirty, go => setWish({ go }))
  if (!wish) return null
  return (
    <ConfirmDialog
      question={t('leaveQuestion')}
      consequence={t('leaveText')}
      deed={t('leave')}
      cancel={t('stay')}
      onConfirm={wish.go}
      onClosed={() => setWish(null)}
    />
  )
}
