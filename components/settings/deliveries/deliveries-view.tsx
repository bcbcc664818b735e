'use client'
import { useTranslations } from 'next-intl'
import { SettingsCard } from '@/components/settings/settings-card'
import type { Clock } from '@/components/settings/use-instant-text'
import type { TargetFacts } from '@/lib/settings/delivery'
import { TargetForm } from './target-form'
import { TargetItem } from './target-item'

interface DeliveriesViewProps {
  targets: TargetFacts[]
  /** Whether a mail server is configured. */
  canMail: boolean
  clock: Clock
}

/** Adds places that reviews are sent to, and lists them with what became of each. */
export function DeliveriesView({ targets, canMail, clock }: DeliveriesViewProps) {
  const t = useTranslations('settings.deliveries')
  return (
    <>
      <SettingsCard title={t('list')} description={t('listText')}>
        {targets.length === 0 ? (
          <p className="text-ink-2">{t('empty')}</p>
        ) : (
          <ul>
            {targets.map(target => (
              <TargetItem key={target.id} target={target} clock={clock} />
            ))}
          </ul>
        )}
      </SettingsCard>
      <SettingsCard title={t('new')} description={t('newText')}>
        <TargetForm zone={clock.zone} canMail={canMail} />
      </SettingsCard>
    </>
  )
}
