'use client'
import { useTranslations } from 'next-intl'
import { Panel } from '@/components/shell/panel'
import { showToast } from '@/lib/client/toast'
import type { TargetFacts } from '@/lib/settings/delivery'
import { TargetForm } from './target-form'

interface ChangeTargetProps {
  target: TargetFacts
  zone: string
  onClosed: () => void
}

/** Changes where reviews go, when and in which language; what carries them stays. */
export function ChangeTarget({ target, zone, onClosed }: ChangeTargetProps) {
  const t = useTranslations('settings.deliveries')
  const { name } = target
  return (
    <Panel label={t('changeOf', { name })} className="sm:w-[560px]" onClosed={onClosed}>
      {close => (
        <div className="p-5">
          <h2 className="mb-4 break-words font-semibold text-[15px]">{t('changeOf', { name })}</h2>
          <TargetForm
            zone={zone}
            canMail
            target={target}
            onChanged={() => {
              showToast(t('changed'))
              close()
            }}
          />
        </div>
      )}
    </Panel>
  )
}
