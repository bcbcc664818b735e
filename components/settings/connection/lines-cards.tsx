'use client'
import { useLocale, useTranslations } from 'next-intl'
import { SettingsCard } from '@/components/settings/settings-card'
import type { LineFacts, Part } from '@/lib/connection'
import { formatPhone } from '@/lib/format/phone'
import { FactsTable } from './facts-table'
import { PartRows } from './part-rows'

const CAPABILITIES = ['VOICE', 'SMS', 'MMS'] as const

/** The country's name in the reader's language; the code itself where the runtime has none. */
function countryName(code: string | null, locale: string): string {
  if (code === null || !/^[A-Za-z]{2}$/.test(code)) return code ?? ''
  return new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }).of(code.toUpperCase()) ?? code
}

/** Numbers with their country and what they can do; sender IDs apart, since nobody can call them. */
export function LinesCards({ lines }: { lines: Part<LineFacts> }) {
  const t = useTranslations('settings.connection')
  const locale = useLocale()
  const canDo = (capabilities: string[]) =>
    capabilities
      .map(each => {
        const known = CAPABILITIES.find(capability => capability === each)
        return known ? t(`capabilities.${known}`) : each
      })
      .join(', ')
  const rows = 'rows' in lines ? lines.rows : []
  const numbers: Part<LineFacts> = 'rows' in lines ? { rows: rows.filter(({ number }) => number !== null) } : lines
  const senders = rows.filter(({ number }) => number === null)
  const users = (names: string[]) => (names.length > 0 ? names.join(', ') : t('nobody'))
  return (
    <>
      <SettingsCard title={t('lines')} description={t('linesText')}>
        <PartRows part={numbers} empty={t('noLines')}>
          {found => (
            <FactsTable
              label={t('lines')}
              heads={[t('number'), t('country'), t('can'), t('usedBy')]}
              rows={found.map(({ number, name, country, capabilities, users: names }) => ({
                key: number ?? '',
                cells: [
                  <span key="name">
                    {name && <bdi className="block">{name}</bdi>}
                    <span className="num whitespace-nowrap font-normal text-[13px] text-ink-2">
                      {formatPhone(number ?? '')}
                    </span>
                  </span>,
                  countryName(country, locale),
                  canDo(capabilities),
                  users(names),
                ],
              }))}
            />
          )}
        </PartRows>
      </SettingsCard>
      {senders.length > 0 && (
        <SettingsCard title={t('senders')} description={t('sendersText')}>
          <FactsTable
            label={t('senders')}
            heads={[t('senders'), t('country'), t('can'), t('usedBy')]}
            rows={senders.map(({ name, country, capabilities, users: names }, index) => ({
              key: `${name} ${index}`,
              cells: [name, countryName(country, locale), canDo(capabilities), users(names)],
            }))}
          />
        </SettingsCard>
      )}
    </>
  )
}
