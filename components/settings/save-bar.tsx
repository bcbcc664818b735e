'use client'
import clsx from 'clsx'
import type { ComponentProps } from 'react'
import { FormFooter } from './form-footer'
import { LoadNewest } from './load-newest'

type SaveBarProps = Omit<ComponentProps<typeof FormFooter>, 'disabled' | 'children'> & {
  /** Whether there is something to keep; the bar then stays in sight. */
  isDirty: boolean
  /** Somebody else was faster. */
  conflict: boolean
}

/** The end of a long form: its one button, in sight at the foot of the window for as long as something is not kept yet. */
export function SaveBar({ isDirty, conflict, ...footer }: SaveBarProps) {
  return (
    <div
      className={clsx(
        '-mx-4 px-4 pb-3 lg:mx-0 lg:px-0 [&>div]:mt-0',
        isDirty ? 'sticky bottom-0 border-line border-t bg-bg pt-3' : 'pt-1',
      )}
    >
      <FormFooter {...footer} disabled={!isDirty}>
        {conflict && <LoadNewest />}
      </FormFooter>
    </div>
  )
}
