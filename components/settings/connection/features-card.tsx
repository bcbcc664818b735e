'use client'
import { Check, Minus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { SettingsCard } from '@/components/settings/settings-card'
import type { ConnectionFacts } from '@/lib/connection'
import type { Obstacle } from '@/lib/features'

/** Each feature, offered or not, and why not. */
export function FeaturesCard({ features, isKnown }: { features: ConnectionFacts['features']; isKnown: boolean }) {
  const t = useTranslations('settings.connection')
  const names = useTranslations('features.names')
  const why = (obstacle: Obstacle) =>
    obstacle.kind === 'scope'
      ? t('why.scope', { scope: obstacle.scope })
      : t('why.endpoint', { endpoint: obstacle.endpoint })
  return (
    <SettingsCard title={t('features')} description={t('featuresText')}>
      {isKnown ? (
        <ul className="grid grid-cols-2 gap-x-6 gap-y-2 max-sm:grid-cols-1">
          {features.map(({ name, obstacle }) => (
            <li key={name} className="flex gap-2">
              {obstacle ? (
                <Minus aria-hidden size={16} strokeWidth={2} className="mt-0.5 shrink-0 text-down" />
              ) : (
                <Check aria-hidden size={16} strokeWidth={2} className="mt-0.5 shrink-0 text-up" />
              )}
              <span className="min-w-0">
                <span className="font-medium">{names(name)}</span>
                {obstacle ? (
                  <span className="block text-[13px] text-ink-2 [overflow-wrap:anywhere]">
                    {t('missing')}: {why(obstacle)}
                  </span>
                ) : (
                  <span className="sr-only">: {t('offered')}</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-2">{t('unknownFeatures')}</p>
      )}
    </SettingsCard>
  )
}
