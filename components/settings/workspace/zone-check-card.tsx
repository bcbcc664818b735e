'use client'
import { useTranslations } from 'next-intl'
import { useErrorText } from '@/components/report/error-text'
import { SettingsCard } from '@/components/settings/settings-card'
import { Button } from '@/components/ui/button'
import { useWrite } from '@/lib/client/use-write'
import type { ZoneCheck } from '@/lib/settings/zone-check'
import { ZoneEvidence } from './zone-evidence'
import { ZoneVerdict } from './zone-verdict'

interface ZoneCheckCardProps {
  /** The zone as it is kept. */
  zone: string
  /** Takes another zone into the form, where it still has to be kept. */
  onChoose: (zone: string) => void
}

/** Asks Allo, once told to, and says whether its days are the workspace's. */
export function ZoneCheckCard({ zone, onChoose }: ZoneCheckCardProps) {
  const t = useTranslations('settings.workspace.check')
  const errorText = useErrorText()
  const { mutate, data: check, error, isPending } = useWrite<ZoneCheck>()
  const [best] = check?.best ?? []
  return (
    <SettingsCard
      title={t('title')}
      description={t('description')}
      action={
        <Button
          className="max-sm:h-10"
          disabled={isPending}
          aria-busy={isPending}
          onClick={() => mutate({ method: 'POST', path: '/api/zone-check' })}
        >
          {isPending ? t('running') : t('run')}
        </Button>
      }
    >
      <div aria-live="polite">
        {error ? (
          <p className="text-down">{errorText(error)}</p>
        ) : check ? (
          <>
            <ZoneVerdict check={check} />
            {check.verdict === 'other' && best && (
              <Button className="mt-3 max-sm:h-10" onClick={() => onChoose(best.zone)}>
                {t('choose', { zone: best.zone })}
              </Button>
            )}
          </>
        ) : (
          <p className="text-ink-3">{t('idle', { zone })}</p>
        )}
      </div>
      {check && check.days.length > 0 && <ZoneEvidence check={check} />}
    </SettingsCard>
  )
}
