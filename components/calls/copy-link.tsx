'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { copyText } from '@/lib/client/copy-text'

/** Copies an address of this site; the button itself says that it did, for two seconds. `label` in place of "Copy link". */
export function CopyLink({ href, label }: { href: string; label?: string }) {
  const t = useTranslations('drill')
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  async function copy(button: HTMLElement) {
    const host = button.closest('dialog') ?? document.body
    const copied = await copyText(new URL(href, location.href).href, host)
    setState(copied ? 'copied' : 'failed')
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setState('idle'), 2000)
  }

  return (
    <Button look="ghost" className="h-7 text-[13px]" onClick={event => void copy(event.currentTarget)}>
      <span aria-live="polite">{state === 'idle' && label ? label : t(`copy.${state}`)}</span>
    </Button>
  )
}
