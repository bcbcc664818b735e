import clsx from 'clsx'
import { Tip } from '@/components/ui/tip'
import type { Change } from '@/lib/report/outbound'
import { isHair, useChangeWords } from './change-words'

/**
 * The honest change beside a figure: an arrow, a size and a colour only where the difference is a fact or larger than
 * chance; else words. Its tooltip gives both values (`now` and `before`, as shown) and the interval. Nothing is visible
 * when there is no comparison; a withheld change leaves a quiet mark that explains itself.
 */
export function ChangeBadge({ change, now, before }: { change: Change; now: string | null; before: string | null }) {
  const words = useChangeWords()(change, now, before)
  if (!words) return null
  return (
    <Tip
      tip={words.lines.map(line => <span key={line}>{line}</span>)}
      className={clsx('num whitespace-nowrap text-[13px]', toneOf(change), change.kind === 'moved' && 'font-[550]')}
    >
      <span aria-hidden>
        {arrowOf(change)}
        {words.shown}
      </span>
      <span className="sr-only">{words.words}</span>
    </Tip>
  )
}

/** The change where there is room for a glyph only: an arrow when it moved, nothing else; all the words in its title. */
export function ChangeGlyph({ change, now, before }: { change: Change; now: string | null; before: string | null }) {
  const words = useChangeWords()(change, now, before)
  if (!words) return null
  const title = [words.words, ...words.lines.filter(line => line !== words.words)].join('\n')
  return (
    <span title={title} className={clsx('relative z-10 text-[10px]', toneOf(change))}>
      {change.kind === 'moved' && <span aria-hidden>{arrowOf(change)}</span>}
      <span className="sr-only">{words.words}</span>
    </span>
  )
}

function arrowOf(change: Change): string {
  if (change.kind === 'withheld') return '◦'
  if (change.kind !== 'moved' || isHair(change)) return ''
  return change.by < 0 ? '▼ ' : '▲ '
}

/** Colour is a claim: only facts of effort and differences larger than chance carry one. */
function toneOf(change: Change): string {
  if (change.kind !== 'moved' || change.basis === 'plain' || isHair(change)) return 'text-ink-3'
  return change.by < 0 ? 'text-down' : 'text-up'
}
