'use client'
import { useTranslations } from 'next-intl'
import { useErrorText } from '@/components/report/error-text'
import { RetryButton } from '@/components/report/retry-button'
import { PlaceLink } from '@/components/shell/place-link'
import type { FunnelState } from '@/lib/client/use-funnels'
import type { PlacedFunnel, RateStage } from '@/lib/report/funnels'
import { FunnelCells, type StageHref } from './funnel-cells'

interface FunnelsRowProps {
  row: PlacedFunnel
  state: FunnelState | undefined
  stages: readonly RateStage[]
  minSample: number
  href: string
  doors: StageHref | null
}

/** One person's funnel: here, on its way, or failed with a way to ask again. */
export function FunnelsRow({ row, state, stages, minSample, href, doors }: FunnelsRowProps) {
  const t = useTranslations('team')
  const errorText = useErrorText()
  const { user, blocked, band, counts } = row
  const error = state?.error
  return (
    <tr aria-busy={counts === null && !error}>
      <th
        scope="row"
        className="sticky left-0 z-20 max-w-48 truncate bg-surface py-2 max-sm:max-w-32 pr-2 text-left align-top font-[550]"
      >
        {band !== null && (
          <span className="mr-2 inline-block min-w-4 font-normal text-ink-3" title={t('band')}>
            {band}
          </span>
        )}
        <PlaceLink href={href} dir="auto" title={user.name} className="underline-offset-4 hover:underline">
          {user.name}
        </PlaceLink>
        {blocked && <span className="ml-2 font-normal text-[13px] text-ink-3">{t('left')}</span>}
      </th>
      {error ? (
        <td colSpan={stages.length + 1} className="py-1 pl-2 text-[13px] text-down">
          <span className="flex items-center justify-end gap-3">
            <span className="min-w-0 truncate" title={errorText(error)}>
              {errorText(error)}
            </span>
            <RetryButton error={error} onRetry={state.retry} aria-label={t('retryPerson', { name: user.name })} />
          </span>
        </td>
      ) : (
        <FunnelCells counts={counts} stages={stages} minSample={minSample} doors={doors} rated />
      )}
    </tr>
  )
}
