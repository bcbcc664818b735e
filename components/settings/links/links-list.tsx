'use client'
import { useTranslations } from 'next-intl'
import { SettingsCard } from '@/components/settings/settings-card'
import type { ShareFacts } from '@/lib/settings/share-link'
import { LinkRow, type LinkRowProps } from './link-row'

/** The links that are not revoked, whoever made them. */
export function LinksList({ links, clock }: { links: ShareFacts[]; clock: LinkRowProps['clock'] }) {
  const t = useTranslations('settings.links')
  return (
    <SettingsCard title={t('list')} description={t('listText')}>
      {links.length === 0 ? (
        <p className="text-ink-2">{t('empty')}</p>
      ) : (
        <ul>
          {links.map(link => (
            <LinkRow key={link.id} link={link} clock={clock} />
          ))}
        </ul>
      )}
    </SettingsCard>
  )
}
