'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ScreenView } from '@/lib/tv/fleet'
import type { Beat } from '@/lib/tv/wire'
import { BehindNote, DataAge } from './data-age'
import type { Clock } from './since'

/** The scene that a screen reported last, in words; null for one that is not in its show any more, and for a dark screen. */
function useShownWords({ show, reported }: ScreenView): string | null {
  const t = useTranslations('screens')
  const scene = show.lineUps.flatMap(({ scenes }) => scenes).find(({ id }) => id === reported?.panel)
  return scene ? (scene.title ?? t(`edit.kinds.${scene.kind}`)) : null
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="num min-w-0 break-words">{children}</dd>
    </>
  )
}

/** What a screen said of itself at its last heartbeat. Nothing before the first. */
export function ScreenFacts({ screen, clock }: { screen: ScreenView; clock: Clock }) {
  const t = useTranslations('screens')
  const shown = useShownWords(screen)
  const { reported } = screen
  if (!reported) return <p className="text-[13px] text-ink-3">{t('nothingReported')}</p>
  const { width, height, mode, version, errors } = reported
  return (
    <>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-[13px]">
        <Fact name={t('facts.shows')}>{shown ?? t('facts.nothing')}</Fact>
        <Fact name={t('facts.data')}>
          <DataAge screen={screen} clock={clock} />
        </Fact>
        <Fact name={t('facts.mode')}>{t(`facts.modes.${mode}`)}</Fact>
        {width > 0 && height > 0 && <Fact name={t('facts.size')}>{`${width} × ${height}`}</Fact>}
        <Fact name={t('facts.version')}>{version.slice(0, 12)}</Fact>
        <Fact name={t('facts.sound')}>{t(screen.hasSound ? 'facts.armed' : 'facts.silent')}</Fact>
      </dl>
      <BehindNote screen={screen} clock={clock} />
      <Errors errors={errors} />
    </>
  )
}

function Errors({ errors }: Pick<Beat, 'errors'>) {
  const t = useTranslations('screens')
  if (errors.length === 0) return null
  return (
    <div className="text-[13px] text-down">
      <p className="font-medium">{t('facts.errors')}</p>
      <ul>
        {[...new Set(errors)].map(error => (
          <li key={error} className="break-words">
            {error}
          </li>
        ))}
      </ul>
    </div>
  )
}
