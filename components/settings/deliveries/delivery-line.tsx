'use client'
import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import { ConfirmButton } from '@/components/settings/confirm-button'
import { useSettingsWrite } from '@/components/settings/use-settings-write'
import { Button } from '@/components/ui/button'
import type { DeliveryFacts, TargetFacts } from '@/lib/settings/delivery'

interface DeliveryLineProps {
  target: Pick<TargetFacts, 'id' | 'name'>
  delivery: DeliveryFacts
  /** Writes an ISO instant. */
  moment: (instant: string) => string
}

/** One review on its way to one recipient: where it stands, what to do if it did not arrive, and the button for it. */
export function DeliveryLine({ target, delivery, moment }: DeliveryLineProps) {
  const t = useTranslations('settings.deliveries')
  const { reviewKey, recipient, state, attempts, error, changedAt, nextAt } = delivery
  const { mutate, isPending } = useSettingsWrite({ done: () => t('isAgain') })
  const retry = () =>
    mutate({ method: 'POST', path: `/api/deliveries/${target.id}/retry`, body: { reviewKey, recipient } })
  const label = t('againOf', { review: reviewKey, name: recipient || target.name })
  const notes = [
    state === 'sent' ? t('states.sent', { time: moment(changedAt) }) : t(`states.${state}`),
    ...(nextAt === null ? [] : [t('tryAt', { time: moment(nextAt) })]),
    ...(attempts > 1 ? [t('tries', { count: attempts })] : []),
  ]
  const isBad = state === 'failed' || state === 'unknown'
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-1 text-[13px]">
      <div className="min-w-0 flex-1 basis-64">
        <p className="num break-words">
          <a href={`/reviews/${reviewKey}`} className="font-medium underline-offset-2 hover:underline">
            {reviewKey}
          </a>
          {recipient && <span className="text-ink-2"> {recipient}</span>}{' '}
          <span className={clsx(isBad ? 'text-down' : 'text-ink-3')}>{notes.join(' · ')}</span>
        </p>
        {error && state !== 'sent' && <p className="text-ink-2 text-pretty">{t(`failures.${error}`)}</p>}
      </div>
      {state === 'failed' && (
        <Button look="chip" aria-label={label} disabled={isPending} onClick={retry}>
          {t('again')}
        </Button>
      )}
      {state === 'unknown' && (
        <ConfirmButton
          look="chip"
          label={label}
          question={t('againQuestion', { review: reviewKey })}
          consequence={t('againText')}
          deed={t('again')}
          cancel={t('cancel')}
          onConfirm={retry}
        >
          {t('again')}
        </ConfirmButton>
      )}
    </li>
  )
}
