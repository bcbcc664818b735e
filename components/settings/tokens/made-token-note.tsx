'use client'
import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { copyText } from '@/lib/client/copy-text'

/** The secret of a token that was just made, for this once, and how to use it. */
export function MadeTokenNote({ secret, site }: { secret: string; site: string }) {
  const t = useTranslations('settings.tokens')
  const note = useRef<HTMLElement>(null)
  const [copied, setCopied] = useState<boolean | null>(null)
  useEffect(() => note.current?.focus(), [])
  const header = `curl -H 'Authorization: Bearer ${secret}'`
  const examples = ['outbound?period=last-week', 'outbound/leaderboard?period=last-week'].map(
    report => `${header} \\\n  '${site}/api/reports/${report}'`,
  )
  return (
    <section
      ref={note}
      tabIndex={-1}
      aria-label={t('secret')}
      className="mt-5 flex flex-col gap-3 border-line border-t pt-4 outline-none"
    >
      <p className="font-medium">{t('once')}</p>
      <div className="flex flex-wrap items-center gap-2">
        <code className="min-w-0 rounded-lg bg-sunken px-3 py-1.5 font-mono text-[13px] break-all">{secret}</code>
        <Button onClick={async () => setCopied(await copyText(secret))}>
          {copied ? (
            <Check aria-hidden size={16} strokeWidth={1.75} className="text-won-ink" />
          ) : (
            <Copy aria-hidden size={16} strokeWidth={1.75} />
          )}
          <span aria-live="polite">{copied === null ? t('copy') : copied ? t('copied') : t('notCopied')}</span>
        </Button>
      </div>
      <p className="text-[13px] text-ink-2">{t('example')}</p>
      {/* Scrolls by itself: a command must not be broken. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard */}
      <pre tabIndex={0} className="overflow-x-auto rounded-lg bg-sunken px-3 py-2.5 font-mono text-[13px]">
        {examples.join('\n\n')}
      </pre>
    </section>
  )
}
