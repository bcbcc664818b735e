'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { SettingsCard } from '@/components/settings/settings-card'
import { Button } from '@/components/ui/button'
import { copyText } from '@/lib/client/copy-text'

/** The address of a player that was just made, for this once: after the # stands its secret, which no browser sends on. */
export function MadeAddress({ address, onClose }: { address: string; onClose: () => void }) {
  const t = useTranslations('screens.made')
  const box = useRef<HTMLDivElement>(null)
  const [copied, setCopied] = useState<boolean | null>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <SettingsCard title={t('title')} description={t('text')} action={<Button onClick={onClose}>{t('close')}</Button>}>
      <div ref={box} tabIndex={-1} className="flex flex-wrap items-center gap-2 outline-none">
        <code className="min-w-0 select-all rounded-lg bg-sunken px-3 py-1.5 font-mono text-[13px] break-all">
          {address}
        </code>
        <Button onClick={async () => setCopied(await copyText(address))}>
          <span aria-live="polite">{t(copied === null ? 'copy' : copied ? 'copied' : 'notCopied')}</span>
        </Button>
      </div>
    </SettingsCard>
  )
}
