'use client'
import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FormFooter } from '@/components/settings/form-footer'

interface UnsavedBarProps {
  isDirty: boolean
  saving: boolean
  problem?: string
  /** What has to be decided before anything can be saved; takes the button's place. */
  children: ReactNode
}

/** The end of the form: says that something is not kept yet, and stays in sight for as long. */
export function UnsavedBar({ isDirty, children, ...footer }: UnsavedBarProps) {
  const t = useTranslations('screens.edit')
  return (
    <div
      className={clsx(
        '-mx-4 px-4 pb-3 lg:mx-0 lg:px-0 [&>div]:mt-0',
        isDirty ? 'sticky bottom-0 border-line border-t bg-bg pt-3' : 'pt-1',
      )}
    >
      {children || (
        <FormFooter label={t('save')} disabled={!isDirty} {...footer}>
          <p role="status" className="text-[13px] text-ink-2 empty:hidden">
            {isDirty && t('unsaved')}
          </p>
        </FormFooter>
      )}
    </div>
  )
}
