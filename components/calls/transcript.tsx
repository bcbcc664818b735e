import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import type { TranscriptLine } from '@/lib/report/drilldown'
import { formatClock } from './clock'
import { turnsOf } from './turns'

interface TranscriptProps {
  lines: TranscriptLine[]
  /** Our person; null for a call of nobody in particular. */
  us: string | null
  /** The contact, or their number. */
  them: string
  /** Index of the line being said; -1 for none. */
  current: number
  /** Plays from so many seconds; null when there is no recording to play. */
  onSeek: ((seconds: number) => void) | null
}

/** What was said, turn by turn. A click on a line plays the recording from there. */
export function Transcript({ lines, us, them, current, onSeek }: TranscriptProps) {
  const t = useTranslations('call')
  return (
    <ol className="flex flex-col gap-4">
      {turnsOf(lines).map(turn => (
        <li key={turn.lines[0]?.index} className="grid grid-cols-[44px_minmax(0,1fr)] gap-x-2">
          <span className="num text-[13px] text-ink-3">{formatClock(turn.lines[0]?.at ?? 0)}</span>
          <div>
            <p
              dir="auto"
              className={clsx('font-semibold text-[13px]', turn.speaker === 'us' ? 'text-ink-2' : 'text-ink')}
            >
              {turn.speaker === 'us' ? (us ?? t('us')) : them}
            </p>
            {turn.lines.map(line => (
              <Line key={line.index} line={line} current={line.index === current} onSeek={onSeek} />
            ))}
          </div>
        </li>
      ))}
    </ol>
  )
}

function Line({
  line,
  current,
  onSeek,
}: {
  line: TranscriptLine
  current: boolean
  onSeek: TranscriptProps['onSeek']
}) {
  const t = useTranslations('call')
  const look = clsx(
    '-mx-1.5 block rounded-md px-1.5 py-px text-left text-ink-2 [overflow-wrap:anywhere]',
    current && 'bg-[color-mix(in_oklab,var(--act-1)_38%,transparent)] text-ink',
  )
  if (!onSeek) {
    return (
      <p dir="auto" className={look}>
        {line.text}
      </p>
    )
  }
  return (
    <button
      type="button"
      dir="auto"
      title={t('playFrom', { at: formatClock(line.at) })}
      aria-current={current ? 'true' : undefined}
      onClick={() => onSeek(line.at)}
      className={clsx(look, 'hover:text-ink', !current && 'hover:bg-sunken')}
    >
      {line.text}
    </button>
  )
}
