'use client'
import { useMutation } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { useErrorText } from '@/components/report/error-text'
import { Button } from '@/components/ui/button'
import { readNewest } from '@/lib/client/screens-newest'
import type { CallboardError } from '@/lib/errors'
import type { LastSave, ScreenView } from '@/lib/tv/fleet'
import { formatSince } from './since'

interface ConflictChoiceProps {
  id: string
  /** Who was faster; null when nobody knows. */
  last: LastSave | null
  /** IANA zone of the workspace. */
  zone: string
  onLoad: (newest: ScreenView) => void
  onKeep: (newest: ScreenView) => void
}

/** After somebody else was faster: nothing is lost until the reader says whose version it shall be. */
export function ConflictChoice({ id, last, zone, onLoad, onKeep }: ConflictChoiceProps) {
  const t = useTranslations('screens.edit')
  const locale = useLocale()
  const errorText = useErrorText()
  const box = useRef<HTMLDivElement>(null)
  const { mutate, isPending, error } = useMutation<ScreenView, CallboardError, (newest: ScreenView) => void>({
    mutationFn: () => readNewest(id),
    onSuccess: (newest, chosen) => chosen(newest),
  })
  function told(): string {
    if (!last) return t('conflict')
    return t('conflictBy', { name: last.name, time: formatSince(last.at, { zone, now: Date.now() }, locale) })
  }

  // In the place of the button that was pressed.
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} tabIndex={-1} className="outline-none">
      <p role="alert" className="text-[13px] text-down text-pretty">
        {error ? errorText(error) : told()}
      </p>
      <div className="mt-3 flex flex-wrap gap-2 max-sm:[&>*]:h-10">
        <Button aria-busy={isPending} onClick={() => mutate(onLoad)}>
          {t('loadNewest')}
        </Button>
        <Button aria-busy={isPending} onClick={() => mutate(onKeep)}>
          {t('saveAnyway')}
        </Button>
      </div>
    </div>
  )
}
