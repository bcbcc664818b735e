'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConfirmButton } from '@/components/settings/confirm-button'
import { type Clock, useInstantText } from '@/components/settings/use-instant-text'
import { useSettingsWrite } from '@/components/settings/use-settings-write'
import { Button } from '@/components/ui/button'
import { showToast } from '@/lib/client/toast'
import type { TargetFacts, TestAnswer } from '@/lib/settings/delivery'
import { formatClock } from '@/lib/settings/zone-time'
import { ChangeTarget } from './change-target'
import { DeliveryLine } from './delivery-line'

/** So many of the newest rows are shown, besides all that did not arrive. */
const SHOWN = 3

/** A place that reviews are sent to: what it is, when it is due, what became of the last ones, and what can be done. */
export function TargetItem({ target, clock }: { target: TargetFacts; clock: Clock }) {
  const t = useTranslations('settings.deliveries')
  const moment = useInstantText(clock)
  const [isChanging, setChanging] = useState(false)
  const { id, kind, name, address, locale, at, periods, paused, nextAt, deliveries } = target
  const change = useSettingsWrite({ done: () => t(paused ? 'resumed' : 'paused', { name }) })
  const removal = useSettingsWrite({ done: () => t('deleted', { name }) })
  const test = useSettingsWrite<TestAnswer>({
    onDone: ({ failure }) => showToast(failure ? t(`failures.${failure}`) : t('tested')),
  })
  const path = `/api/deliveries/${id}`
  const facts = [
    t(`kinds.${kind}`),
    ...periods.map(period => t(`period.${period}`)),
    formatClock(at),
    t(`languages.${locale === 'fr' ? 'fr' : 'en'}`),
    ...(nextAt === null ? [] : [t('next', { time: moment(nextAt) })]),
  ]
  const shown = deliveries.filter(
    ({ state, error }, place) => place < SHOWN || !(state === 'sent' || error === 'changed'),
  )
  return (
    <li className="border-line border-t py-4 first:border-t-0 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-72">
          <p className="font-medium break-words">
            {name} {paused && <span className="font-normal text-[13px] text-ink-3">({t('isPaused')})</span>}
          </p>
          <p className="text-[13px] text-ink-2 break-words">{address}</p>
          <p className="num text-[13px] text-ink-3 text-pretty">{facts.join(' · ')}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button
            look="chip"
            aria-label={t('testOf', { name })}
            disabled={test.isPending}
            aria-busy={test.isPending}
            onClick={() => test.mutate({ method: 'POST', path: `${path}/test` })}
          >
            {t('test')}
          </Button>
          <Button look="chip" aria-label={t('changeOf', { name })} onClick={() => setChanging(true)}>
            {t('change')}
          </Button>
          <Button
            look="chip"
            disabled={change.isPending}
            onClick={() => change.mutate({ method: 'PATCH', path, body: { paused: !paused } })}
          >
            {t(paused ? 'resume' : 'pause')}
          </Button>
          <ConfirmButton
            look="chip"
            label={t('deleteOf', { name })}
            question={t('deleteQuestion', { name })}
            consequence={t('deleteText')}
            deed={t('delete')}
            cancel={t('cancel')}
            onConfirm={() => removal.mutate({ method: 'DELETE', path })}
          >
            {t('delete')}
          </ConfirmButton>
        </div>
      </div>
      {isChanging && <ChangeTarget target={target} zone={clock.zone} onClosed={() => setChanging(false)} />}
      {shown.length === 0 ? (
        <p className="mt-2 text-[13px] text-ink-3">{t('none')}</p>
      ) : (
        <ul className="mt-2">
          {shown.map(delivery => (
            <DeliveryLine
              key={`${delivery.reviewKey} ${delivery.recipient}`}
              target={target}
              delivery={delivery}
              moment={moment}
            />
          ))}
        </ul>
      )}
    </li>
  )
}
