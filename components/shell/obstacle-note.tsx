'use client'
import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import { useMayAll } from '@/lib/client/permissions'
import type { Feature, Obstacle } from '@/lib/features'
import { PlaceLink } from './place-link'

interface ObstacleNoteProps {
  feature: Feature
  /** From `useObstacle(feature)`. */
  obstacle: Obstacle
  className?: string
}

/** Says in words why something is not offered and where to change it; an administrator gets the way to the connection's page. */
export function ObstacleNote({ feature, obstacle, className }: ObstacleNoteProps) {
  const t = useTranslations('features')
  const may = useMayAll()
  const name = t(`names.${feature}`)
  return (
    <p role="note" className={clsx('text-[13px] text-ink-2 text-pretty', className)}>
      {obstacle.kind === 'scope'
        ? t('scopeMissing', { feature: name, scope: obstacle.scope })
        : t('endpointMissing', { feature: name, endpoint: obstacle.endpoint })}{' '}
      {may('workspace.write') ? (
        <PlaceLink href="/settings/connection" className="font-medium text-ink underline underline-offset-2">
          {t('connection')}
        </PlaceLink>
      ) : (
        t('askAdministrator')
      )}
    </p>
  )
}
