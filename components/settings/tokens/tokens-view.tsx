'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { SettingsCard } from '@/components/settings/settings-card'
import type { Clock } from '@/components/settings/use-instant-text'
import type { MadeToken, TokenFacts } from '@/lib/settings/token'
import { MadeTokenNote } from './made-token-note'
import { NewTokenForm } from './new-token-form'
import { TokenRow } from './token-row'

interface TokensViewProps {
  tokens: TokenFacts[]
  /** Where scripts find Callboard, such as `https://callboard.example.com`. */
  site: string
  clock: Clock
}

/** Makes API tokens and lists those that count. A secret is shown where it was made, until the page is left. */
export function TokensView({ tokens, site, clock }: TokensViewProps) {
  const t = useTranslations('settings.tokens')
  const [made, setMade] = useState<MadeToken | null>(null)
  return (
    <>
      <SettingsCard title={t('new')} description={t('newText')}>
        <NewTokenForm onMade={setMade} />
        {made && tokens.some(token => token.id === made.id) && (
          <MadeTokenNote key={made.id} secret={made.secret} site={site} />
        )}
      </SettingsCard>
      <SettingsCard title={t('list')} description={t('listText')}>
        {tokens.length === 0 ? (
          <p className="text-ink-2">{t('empty')}</p>
        ) : (
          <ul>
            {tokens.map(token => (
              <TokenRow key={token.id} token={token} clock={clock} />
            ))}
          </ul>
        )}
      </SettingsCard>
    </>
  )
}
