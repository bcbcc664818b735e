'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { useErrorText } from '@/components/report/error-text'
import { type Clock, useInstantText } from '@/components/settings/use-instant-text'
import { Button } from '@/components/ui/button'
import { FIELD_BOX } from '@/components/ui/field'
import { copyText } from '@/lib/client/copy-text'

/** A link whose secret is nowhere else, as the server answers it. `expiresAt` is ISO. */
export interface OneTime {
  link: string
  /** What became of the mail with it; `none` where no mail is set up. */
  mail: 'sent' | 'failed' | 'none'
  expiresAt: string
}

/** Shows a link this one time, to be copied. */
export function OneTimeLink({ made, email, clock }: { made: OneTime; email: string; clock: Clock }) {
  const t = useTranslations('settings.people')
  const instantText = useInstantText(clock)
  const errorText = useErrorText()
  const [copied, setCopied] = useState<'idle' | 'copied' | 'failed'>('idle')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  async function copy(button: HTMLElement) {
    const host = button.closest('dialog') ?? document.body
    setCopied((await copyText(made.link, host)) ? 'copied' : 'failed')
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setCopied('idle'), 2000)
  }

  return (
    <div>
      <div className="flex items-center gap-2">
        <input
          data-autofocus
          readOnly
          aria-label={t('link')}
          value={made.link}
          onFocus={event => event.target.select()}
          className={FIELD_BOX}
        />
        <Button look="solid" className="h-10 max-sm:h-11" onClick={event => void copy(event.currentTarget)}>
          <span aria-live="polite">{t(`copy.${copied}`)}</span>
        </Button>
      </div>
      <p className="mt-2 text-[13px] text-ink-2 text-pretty">
        {t('once', { time: instantText(made.expiresAt) })} {made.mail === 'sent' && t('mailed', { email })}
        {made.mail === 'failed' && errorText({ code: 'MAIL_FAILED' })}
      </p>
    </div>
  )
}
