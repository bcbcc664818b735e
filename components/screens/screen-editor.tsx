'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { showToast } from '@/lib/client/toast'
import { ScreenForm, type ScreenFormProps } from './screen-form'

/** The form of one screen; a new one when the reader asks for what somebody else has saved meanwhile. */
export function ScreenEditor({ values, revision, ...rest }: Omit<ScreenFormProps, 'onLoad'>) {
  const t = useTranslations('screens.edit')
  const router = useRouter()
  const [loaded, setLoaded] = useState({ values, revision, times: 0 })
  return (
    <ScreenForm
      {...rest}
      key={loaded.times}
      values={loaded.values}
      revision={loaded.revision}
      onLoad={({ name, place, show, revision: newest }) => {
        setLoaded({ values: { name, place, show }, revision: newest, times: loaded.times + 1 })
        showToast(t('newestLoaded'))
        // The page's own heading too.
        router.refresh()
      }}
    />
  )
}
