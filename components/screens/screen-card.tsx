'use client'
import { useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ConfirmButton } from '@/components/settings/confirm-button'
import { useSettingsWrite } from '@/components/settings/use-settings-write'
import { Button, buttonClass } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { screensKey } from '@/lib/client/screens-keys'
import type { ScreenView } from '@/lib/tv/fleet'
import { Picture } from './picture'
import { ScreenFacts } from './screen-facts'
import { ScreenState } from './screen-state'
import type { Clock } from './since'

interface ScreenCardProps {
  screen: ScreenView
  clock: Clock
  /** Our server is away: what is shown is what was known last. */
  isPaused: boolean
}

/** One screen: what it shows, how it stands, and what can be asked of it. */
export function ScreenCard({ screen, clock, isPaused }: ScreenCardProps) {
  const t = useTranslations('screens')
  const client = useQueryClient()
  const { id, name, place, reported } = screen
  const refresh = () => void client.invalidateQueries({ queryKey: screensKey })
  const blink = useSettingsWrite({ done: () => t('blinked', { name }) })
  const reload = useSettingsWrite({ done: () => t('reloaded', { name }) })
  const revoke = useSettingsWrite({ done: () => t('revoked', { name }), onDone: refresh, onFailed: refresh })
  const command = (which: 'blink' | 'reload') => ({
    method: 'POST' as const,
    path: `/api/screens/${id}/commands`,
    body: { command: which },
  })
  return (
    <Card aria-label={name} className="flex flex-col gap-3">
      <Picture
        id={id}
        title={t('picture', { name })}
        isPortrait={reported !== null && reported.height > reported.width}
        isPaused={isPaused}
      />
      <div className="min-w-0">
        <h2 className="font-semibold text-[15px] break-words">{name}</h2>
        {place && <p className="text-[13px] text-ink-2 break-words">{place}</p>}
      </div>
      <ScreenState screen={screen} clock={clock} />
      <ScreenFacts screen={screen} clock={clock} />
      <div className="mt-auto -ml-2.5 flex flex-wrap items-center gap-1 pt-1 max-sm:[&>*]:h-10">
        <Button
          look="ghost"
          aria-label={t('blinkOf', { name })}
          aria-busy={blink.isPending}
          onClick={() => blink.mutate(command('blink'))}
        >
          {t('blink')}
        </Button>
        <Button
          look="ghost"
          aria-label={t('reloadOf', { name })}
          aria-busy={reload.isPending}
          onClick={() => reload.mutate(command('reload'))}
        >
          {t('reload')}
        </Button>
        <Link href={`/screens/${id}`} aria-label={t('editOf', { name })} className={buttonClass('ghost')}>
          {t('edit.edit')}
        </Link>
        <ConfirmButton
          label={t('revokeOf', { name })}
          question={t('revokeQuestion', { name })}
          consequence={t('revokeText')}
          deed={t('revoke')}
          cancel={t('cancel')}
          onConfirm={() => revoke.mutate({ method: 'DELETE', path: `/api/screens/${id}` })}
        >
          {t('revoke')}
        </ConfirmButton>
      </div>
    </Card>
  )
}
