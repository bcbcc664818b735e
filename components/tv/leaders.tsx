import type { CSSProperties } from 'react'
import { formatCount } from '@/lib/format/numbers'
import type { Leaders as Board, Leader } from '@/lib/tv/boards'
import { type Arrangement, arrange, type Room } from './arrange'
import type { Wall } from './context'

/** The room of the list on a screen that is wider than high, and on one that hangs upright. */
export interface Rooms {
  wide: Room
  tall: Room
}

interface Shown {
  leaders: Board
  rooms: Rooms
  wall: Wall
}

function Row({ leader, wall, only }: { leader: Leader; wall: Wall; only: string }) {
  const { id, rank, name, connected, share } = leader
  return (
    <li className={`leader${only}${id === wall.lately ? ' lately' : ''}`}>
      <span className="rank">{rank}</span>
      <bdi className="name">{name}</bdi>
      <span className="count">{formatCount(connected, wall.language)}</span>
      <span className="bar">
        <i style={{ width: `${(Math.min(1, share) * 100).toFixed(2)}%` }} />
      </span>
    </li>
  )
}

/** The calls of nobody, without which the rows do not add up to the funnel. */
function nobodyOf({ unattributed }: Board, { words, language }: Wall): string {
  return words('leaders.nobody', { sum: formatCount(unattributed, language), count: unattributed })
}

/** "and 23 more, 118", and the calls of nobody; '' when the rows say it all. */
function restOf(board: Board, { shown }: Arrangement, wall: Wall): string {
  const { rows, unattributed } = board
  const { words, language } = wall
  const count = (value: number) => formatCount(value, language)
  const rest = rows.slice(shown)
  const more = rest.length > 0 && {
    people: count(rest.length),
    sum: count(rest.reduce((sum, { connected }) => sum + connected, 0)),
  }
  return [...(more ? [words('leaders.more', more)] : []), ...(unattributed > 0 ? [nobodyOf(board, wall)] : [])].join(
    ', ',
  )
}

/** Both layouts as custom properties: the stylesheet takes the one of the screen, because no script may be there to ask. */
function layout(wide: Arrangement, tall: Arrangement): CSSProperties {
  const numbers: Record<`--${string}`, string> = {
    '--columns': String(wide.columns),
    '--rows': String(wide.rows),
    '--text': `${wide.text}vh`,
    '--tall-columns': String(tall.columns),
    '--tall-rows': String(tall.rows),
    '--tall-text': `${tall.text}vh`,
  }
  return numbers
}

/** Everybody by connected calls, in as many columns as it takes; who does not fit is counted in a line below. */
export function Leaders({ leaders, rooms, wall }: Shown) {
  const { rows, unattributed } = leaders
  const hasNobody = unattributed > 0
  if (rows.length === 0)
    return <p className="quiet">{hasNobody ? nobodyOf(leaders, wall) : wall.words('leaders.none')}</p>
  const wide = arrange(rows.length, rooms.wide, hasNobody)
  const tall = arrange(rows.length, rooms.tall, hasNobody)
  const only = (index: number) => `${index >= wide.shown ? ' tall-only' : ''}${index >= tall.shown ? ' wide-only' : ''}`
  const rests = { wide: restOf(leaders, wide, wall), tall: restOf(leaders, tall, wall) }
  return (
    <div className="leaders">
      <ol
        className={`${wide.bars ? '' : 'wide-plain'} ${tall.bars ? '' : 'tall-plain'}`.trim()}
        style={layout(wide, tall)}
      >
        {rows.slice(0, Math.max(wide.shown, tall.shown)).map((leader, index) => (
          <Row key={leader.id} leader={leader} wall={wall} only={only(index)} />
        ))}
      </ol>
      {rests.wide && <p className="rest wide-only">{rests.wide}</p>}
      {rests.tall && <p className="rest tall-only">{rests.tall}</p>}
    </div>
  )
}
