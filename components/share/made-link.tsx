'use client'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { FIELD_BOX } from '@/components/ui/field'
import { copyText } from '@/lib/client/copy-text'
import type { MadeShare } from '@/lib/settings/share-link'

/** The address of a link that was just made: it is kept nowhere, so it is copied now or never. */
export function MadeLink({ made, close }: { made: MadeShare; close: () => void }) {
  const t = useTranslations('share')
  const [copied, setCopied] = useState<boolean | null>(null)

  async function copy(button: HTMLElement) {
    setCopied(await copyText(made.address, button.closest('dialog') ?? document.body))
  }

  return (
    <>
      <h2 className="font-semibold text-[15px]">{t('made')}</h2>
      <p className="mt-1.5 mb-3 text-[13px] text-ink-2 text-pretty">{t('once')}</p>
      <div className="flex items-center gap-2">
        <input
          readOnly
          aria-label={t('address')}
          value={made.address}
          onFocus={event => event.target.select()}
          className={FIELD_BOX}
        />
        <Button
          data-autofocus
          look="solid"
          className="h-10 max-sm:h-11"
          onClick={event => void copy(event.currentTarget)}
        >
          <span aria-live="polite">{copied === null ? t('copy') : copied ? t('copyDone') : t('copyByHand')}</span>
        </Button>
      </div>
      <div className="mt-4 flex items-center justify-between gap-3">
        <Link href="/settings/links" className="text-[13px] text-ink-2 underline underline-offset-2 hover:text-ink">
          {t('all')}
        </Link>
        <Button onClick={close}>{t('close')}</Button>
      </div>
    </>
  )
}
