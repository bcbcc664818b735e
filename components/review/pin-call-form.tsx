'use client'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { useErrorText } from '@/components/report/error-text'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { useReviewWrite } from '@/lib/client/review-writes'
import type { ReviewWritings } from '@/lib/report/review/writings'
import { callOfAddress } from './call-address'

/** Pins a call that was not suggested, by the address that somebody copied of it. */
export function PinCallForm({ reviewKey, writings }: { reviewKey: string; writings: ReviewWritings | null }) {
  const t = useTranslations('reviews')
  const errorText = useErrorText()
  const [open, setOpen] = useState(false)
  const [address, setAddress] = useState('')
  const [wrong, setWrong] = useState(false)
  const close = () => {
    setOpen(false)
    setAddress('')
  }
  const write = useReviewWrite(reviewKey, { onDone: close })
  const choices = writings?.calls ?? []

  function pin(event: FormEvent) {
    event.preventDefault()
    const id = callOfAddress(address)
    setWrong(id === null)
    if (id === null) return
    write.mutate({
      method: 'PUT',
      path: `/calls/${encodeURIComponent(id)}`,
      body: {
        state: 'pinned',
        position: Math.max(0, ...choices.map(({ position }) => position)) + 1,
        version: choices.find(({ callId }) => callId === id)?.version ?? 0,
      },
    })
  }
  if (!open) {
    return (
      <p className="mt-3 print:hidden">
        <Button onClick={() => setOpen(true)}>{t('calls.pinOther')}</Button>
      </p>
    )
  }
  const failed = write.error ? errorText(write.error) : undefined
  return (
    <form onSubmit={pin} noValidate className="mt-4 grid gap-3 rounded-[10px] bg-sunken p-4 print:hidden">
      <TextField
        label={t('calls.pinAddress')}
        hint={t('calls.pinHint')}
        error={wrong ? t('calls.pinWrong') : failed}
        value={address}
        onChange={event => setAddress(event.target.value)}
      />
      <div className="flex gap-2">
        <Button type="submit" look="solid" disabled={write.isPending || address.trim() === ''}>
          {t('calls.pinIt')}
        </Button>
        <Button look="ghost" onClick={close}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
