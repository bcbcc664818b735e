'use client'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useErrorText } from '@/components/report/error-text'
import { SettingsCard } from '@/components/settings/settings-card'
import { type Clock, useInstantText } from '@/components/settings/use-instant-text'
import { Button } from '@/components/ui/button'
import { useWrite } from '@/lib/client/use-write'
import type { ConnectionFacts } from '@/lib/connection'
import { formatCount } from '@/lib/format/numbers'
import { KeyProblem } from './key-problem'

/** What Allo says of the key, and a button that asks anew. */
export function KeyCard({ facts, clock }: { facts: Pick<ConnectionFacts, 'key' | 'failure'>; clock: Clock }) {
  const t = useTranslations('settings.connection')
  const locale = useLocale()
  const instantText = useInstantText(clock)
  const errorText = useErrorText()
  const { mutate, isPending, error } = useWrite()
  const { key, failure } = facts
  return (
    <SettingsCard
      title={t('key')}
      description={t('keyText')}
      action={
        <Button
          className="max-sm:h-10"
          disabled={isPending}
          aria-busy={isPending}
          onClick={() => mutate({ method: 'POST', path: '/api/connection/check' })}
        >
          {isPending ? t('checking') : t('check')}
        </Button>
      }
    >
      <div aria-live="polite">
        {error && <p className="mb-3 text-down">{errorText(error)}</p>}
        {failure && <KeyProblem failure={failure} isOlderShown={key !== null} />}
        {key && !failure && <p className="mb-3">{t('ok')}</p>}
      </div>
      {key && (
        <>
          <dl className="grid grid-cols-[max-content_1fr] gap-x-6 gap-y-2 max-sm:grid-cols-1 max-sm:gap-y-0.5">
            <Fact name={t('team')}>{key.team ?? t('noTeam')}</Fact>
            <Fact name={t('id')}>{key.id ?? t('noId')}</Fact>
            <Fact name={t('limits')}>
              {t('limitsText', {
                read: formatCount(key.readPerSecond, locale),
                write: formatCount(key.writePerSecond, locale),
              })}
            </Fact>
            <Fact name={t('scopes')}>{key.scopes.length > 0 ? key.scopes.join(', ') : t('none')}</Fact>
          </dl>
          <details className="mt-3 text-[13px]">
            <summary className="w-fit cursor-pointer rounded text-ink-2">
              {t('endpoints', { count: key.endpoints.length })}
            </summary>
            <ul className="mt-1.5 flex flex-col gap-0.5 text-ink-2 [overflow-wrap:anywhere]">
              {key.endpoints.map(endpoint => (
                <li key={endpoint}>{endpoint}</li>
              ))}
            </ul>
          </details>
          <p className="num mt-3 text-[13px] text-ink-3">{t('asOf', { time: instantText(key.askedAt) })}</p>
        </>
      )}
    </SettingsCard>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{name}</dt>
      <dd className="num min-w-0 [overflow-wrap:anywhere] max-sm:mb-2">{children}</dd>
    </>
  )
}
