'use client'
import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { FormFooter } from '@/components/settings/form-footer'

interface UnsavedBarProps {
  isDirty: boolean
  saving: boolean
  problem?: string
}

/** The end of the form: says that something is not kept yet, stays in sight for as long, and has the browser ask before it is lost. */
export function UnsavedBar({ isDirty, ...footer }: UnsavedBarProps) {
  const t = useTranslations('screens.edit')
  useEffect(() => {
    if (!isDirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isDirty])
  return (
    <div
      className={clsx(
        '-mx-4 px-4 pb-3 lg:mx-0 lg:px-0 [&>div]:mt-0',
        isDirty ? 'sticky bottom-0 border-line border-t bg-bg pt-3' : 'pt-1',
      )}
    >
      <FormFooter label={t('save')} disabled={!isDirty} {...footer}>
        <p role="status" className="text-[13px] text-ink-2 empty:hidden">
          {isDirty && t('unsaved')}
        </p>
      </FormFooter>
    </div>
  )
}
