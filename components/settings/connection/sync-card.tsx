'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useErrorText } from '@/components/report/error-text'
import { SettingsCard } from '@/components/settings/settings-card'
import { type Clock, useInstantText } from '@/components/settings/use-instant-text'
import type { ConnectionFacts, LineProgress } from '@/lib/connection'
import { formatDuration } from '@/lib/format/durations'
import { formatCount } from '@/lib/format/numbers'
import { formatPhone } from '@/lib/format/phone'
import { FactsTable } from './facts-table'

interface SyncCardProps {
  sync: ConnectionFacts['sync']
  /** Whether the key may read conversations at all. */
  mayRead: boolean
  clock: Clock
}

/** How far reading conversations ahead got, line by line. */
export function SyncCard({ sync, mayRead, clock }: SyncCardProps) {
  const t = useTranslations('settings.connection')
  const locale = useLocale()
  const instantText = useInstantText(clock)
  const note = !sync.on ? t('syncOff') : !mayRead ? t('syncMissing') : sync.lines.length === 0 ? t('syncNothing') : null
  const count = (value: number | null) => (value === null ? '–' : formatCount(value, locale))
  return (
    <SettingsCard title={t('sync')} description={t('syncText')}>
      {note && <p className="text-ink-2">{note}</p>}
      {sync.lines.length > 0 && (
        <FactsTable
          label={t('sync')}
          figures={[1, 2]}
          heads={[t('line'), t('known'), t('unread'), t('newest'), t('lastPass')]}
          rows={sync.lines.map(line => ({
            key: line.line,
            cells: [
              <span key="line">
                {line.name && <bdi className="block">{line.name}</bdi>}
                <span className="num whitespace-nowrap font-normal text-[13px] text-ink-2">
                  {formatPhone(line.line)}
                </span>
              </span>,
              count(line.known),
              count(line.unread),
              line.newestActivity === null ? '–' : instantText(line.newestActivity),
              <Passes key="passes" line={line} clock={clock} />,
            ],
          }))}
        />
      )}
    </SettingsCard>
  )
}

/** When the line was last read, how far the reading under way is, and what went wrong. */
function Passes({ line: { last, reading, failure }, clock }: { line: LineProgress; clock: Clock }) {
  const t = useTranslations('settings.connection')
  const locale = useLocale()
  const instantText = useInstantText(clock)
  const errorText = useErrorText()
  return (
    <>
      <span className="block">
        {last
          ? t('lastPassText', {
              time: instantText(last.at),
              requests: last.requests,
              duration: formatDuration(last.milliseconds / 1000, locale),
            })
          : t('never')}
      </span>
      {reading !== null && <span className="block text-[13px] text-ink-3">{t('reading', { pages: reading })}</span>}
      {failure && (
        <span className="block text-[13px] text-down">
          {t('failedAt', { time: instantText(failure.at), reason: errorText({ code: failure.code }) })}
        </span>
      )}
    </>
  )
}
