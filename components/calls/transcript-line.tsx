import clsx from 'clsx'
import { memo } from 'react'
import type { Turn } from '@/lib/report/transcript'
import type { Match } from '@/lib/report/transcript-search'
import { formatClock } from './clock'
import { Highlighted } from './highlighted'

export interface Marks {
  /** What the search within found in each line, by index. */
  matches: ReadonlyMap<number, readonly Match[]>
  /** The match one stands at. */
  active: Match | null
  /** Terms of the list's search; the search within comes first. */
  terms: readonly string[]
}

interface TurnViewProps extends Marks {
  turn: Turn
  name: string
  /** Index of the line being said, if it is one of this turn; -1 else. */
  current: number
  /** Plays from so many seconds; null when there is no recording to play. */
  onSeek: ((seconds: number) => void) | null
  /** The words for "play from 1:35". */
  playFrom: (at: string) => string
}

/** What one speaker says before the other answers. */
export const TurnView = memo(function TurnView({ turn, name, current, onSeek, playFrom, ...marks }: TurnViewProps) {
  return (
    <div className="grid grid-cols-[56px_minmax(0,1fr)] gap-x-2">
      <span className="num text-[13px] text-ink-3">{formatClock(turn.lines[0]?.at ?? 0)}</span>
      <div>
        <p dir="auto" className={clsx('font-semibold text-[13px]', turn.speaker === 'us' ? 'text-ink-2' : 'text-ink')}>
          {name}
        </p>
        {turn.lines.map(line => (
          <Line
            key={line.index}
            line={line}
            here={line.index === current}
            onSeek={onSeek}
            playFrom={playFrom}
            {...marks}
          />
        ))}
      </div>
    </div>
  )
})

interface LineProps extends Marks, Pick<TurnViewProps, 'onSeek' | 'playFrom'> {
  line: Turn['lines'][number]
  /** It is the one being said. */
  here: boolean
}

function Line({ line, here, onSeek, playFrom, matches, active, terms }: LineProps) {
  const found = matches.get(line.index)
  const look = clsx(
    '-mx-1.5 block scroll-mt-28 scroll-mb-20 rounded-md px-1.5 py-0.5 text-left text-ink-2 [overflow-wrap:anywhere]',
    here && 'bg-[color-mix(in_oklab,var(--act-1)_38%,transparent)] text-ink',
  )
  const text = found ? (
    <Found text={line.text} matches={found} active={active} />
  ) : (
    <Highlighted text={line.text} terms={terms} />
  )
  if (!onSeek) {
    return (
      <p dir="auto" data-line={line.index} className={look}>
        {text}
      </p>
    )
  }
  return (
    <button
      type="button"
      dir="auto"
      data-line={line.index}
      title={playFrom(formatClock(line.at))}
      aria-current={here ? 'true' : undefined}
      onClick={() => onSeek(line.at)}
      className={clsx(look, 'hover:text-ink', !here && 'hover:bg-sunken')}
    >
      {text}
    </button>
  )
}

/** A line with what the search within found; the match one stands at is framed. */
function Found({ text, matches, active }: { text: string; matches: readonly Match[]; active: Match | null }) {
  let done = 0
  const parts = matches.map(match => {
    const before = text.slice(done, match.from)
    done = match.to
    return (
      <span key={match.from}>
        {before}
        <mark
          data-active={match === active || undefined}
          className="rounded-[3px] bg-act-1/60 text-ink data-active:bg-act-3 data-active:text-surface"
        >
          {text.slice(match.from, match.to)}
        </mark>
      </span>
    )
  })
  return (
    <>
      {parts}
      {text.slice(done)}
    </>
  )
}
