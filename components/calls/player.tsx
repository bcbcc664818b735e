'use client'
import clsx from 'clsx'
import { LoaderCircle, Pause, Play, RotateCcw, RotateCw } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { type CSSProperties, type KeyboardEvent, useEffect } from 'react'
import { Button } from '@/components/ui/button'
import { playerAction, STEP } from '@/lib/client/player-keys'
import { recordingSrc } from '@/lib/client/recording'
import { ERRORS } from '@/lib/errors'
import { formatClock } from './clock'
import { Failure } from './failure'
import { type Player as PlayerState, SPEEDS } from './use-player'

/** The bar is one element, so what has been played is a colour stop of its background, set by `--played`. */
const TRACK = clsx(
  'h-1.5 min-w-0 flex-1 cursor-pointer appearance-none rounded-full',
  'bg-[linear-gradient(to_right,var(--act-3)_var(--played),var(--line)_var(--played))]',
  '[&::-webkit-slider-thumb]:size-3 [&::-webkit-slider-thumb]:appearance-none [&::-webkit-slider-thumb]:rounded-full [&::-webkit-slider-thumb]:bg-act-3',
  '[&::-moz-range-thumb]:size-3 [&::-moz-range-thumb]:rounded-full [&::-moz-range-thumb]:border-0 [&::-moz-range-thumb]:bg-act-3',
)

/** Plays the recording of a call: own controls over a native audio element, all of it by keyboard. */
export function Player({ id, player }: { id: string; player: PlayerState }) {
  const t = useTranslations('player')
  const locale = useLocale()
  const { time, duration, state, speed, error } = player
  const { ref, ...handlers } = player.element

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the element has appeared
  useEffect(() => player.begin(), [])

  function onKeyDown(event: KeyboardEvent) {
    if (event.target instanceof HTMLSelectElement) return
    if (event.key === ' ' && event.target instanceof HTMLButtonElement) return
    const act = playerAction(event.nativeEvent, true)
    if (!act) return
    act(player)
    event.preventDefault()
  }

  const share = duration ? Math.min(1, time / duration) : 0
  const played: CSSProperties & Record<`--${string}`, string> = { '--played': `${100 * share}%` }
  const Icon = { paused: Play, waiting: LoaderCircle, playing: Pause }[state]
  const toggleLabel = t(state === 'paused' ? 'play' : 'pause')
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div role="group" aria-label={t('label')} data-player onKeyDown={onKeyDown} className="rounded-card bg-sunken p-3">
      <audio ref={ref} {...handlers} src={recordingSrc(id)} preload="none" />
      {error ? (
        <Failure
          compact
          error={error}
          // Nobody keeps trying to play: that part of the usual sentences would not be true.
          sentence={ERRORS[error.code].retry === 'later' ? t('failed') : undefined}
          onRetry={player.retry}
        />
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          <button
            type="button"
            aria-label={toggleLabel}
            title={toggleLabel}
            onClick={player.toggle}
            className="grid size-9 shrink-0 place-items-center rounded-full bg-ink text-surface hover:opacity-90"
          >
            <Icon
              aria-hidden
              className={state === 'waiting' ? 'size-4 motion-safe:animate-spin' : 'size-4 fill-current'}
            />
          </button>
          <Button look="icon" aria-label={t('back')} title={t('back')} onClick={() => player.skip(-STEP)}>
            <RotateCcw aria-hidden className="size-4" />
          </Button>
          <Button look="icon" aria-label={t('ahead')} title={t('ahead')} onClick={() => player.skip(STEP)}>
            <RotateCw aria-hidden className="size-4" />
          </Button>
          <span className="flex min-w-0 flex-1 items-center gap-2 max-sm:order-last max-sm:basis-full">
            <span className="num min-w-[5ch] text-right text-[13px] text-ink-2">{formatClock(time)}</span>
            <input
              type="range"
              aria-label={t('position')}
              aria-valuetext={t('at', { at: formatClock(time), of: duration === null ? '–' : formatClock(duration) })}
              min={0}
              max={Math.max(1, Math.ceil(duration ?? time))}
              step={1}
              value={Math.floor(time)}
              onChange={event => player.seek(Number(event.target.value))}
              style={played}
              className={TRACK}
            />
            <span
              className="num min-w-[6ch] text-[13px] text-ink-3"
              title={duration === null ? undefined : formatClock(duration)}
            >
              {duration === null ? '–' : `−${formatClock(Math.max(0, duration - time))}`}
            </span>
          </span>
          <select
            aria-label={t('speed')}
            value={speed}
            onChange={event => player.setSpeed(Number(event.target.value))}
            className="field-sizing-content num ml-auto h-7 rounded-lg bg-surface px-1 text-[13px] text-ink-2 shadow-hairline"
          >
            {SPEEDS.map(each => (
              <option key={each} value={each}>
                {t('times', { speed: new Intl.NumberFormat(locale).format(each) })}
              </option>
            ))}
          </select>
        </div>
      )}
    </div>
  )
}
