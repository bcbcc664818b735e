import { formatWeekday } from '@/lib/format/dates'
import { formatCount } from '@/lib/format/numbers'
import type { DayBoard } from '@/lib/tv/boards'
import type { Wall } from './context'
import { Measures } from './measures'

/** A pair of bars for each hour: today filled, the same weekday a week ago hollow, on one scale from zero. */
function Hours({ board: { hours, weekday }, wall }: { board: DayBoard; wall: Wall }) {
  const { words, language } = wall
  const most = Math.max(1, ...hours.map(({ now, before }) => Math.max(now ?? 0, before ?? 0)))
  const height = (value: number) => ({ height: `${((value / most) * 100).toFixed(2)}%` })
  const running = hours.filter(({ now }) => now !== null).at(-1)?.hour
  return (
    <div className="hours">
      <p className="legend">
        <span className="today">
          <i />
          {words('day.now')}
        </span>
        <span className="before">
          <i />
          {words('day.before', { weekday: formatWeekday(weekday, language, 'long') })}
        </span>
      </p>
      <div className={`bars ${hours.length > 13 ? 'many' : ''}`}>
        {hours.map(({ hour, now, before }) => (
          <div key={hour} className={`pair${hour === running ? ' now' : ''}`}>
            <div className="room">
              <i className="before" style={height(before ?? 0)} />
              <i className="today" style={height(now ?? 0)} />
              {now !== null && now > 0 && (
                <b style={{ bottom: `${((now / most) * 100).toFixed(2)}%` }}>{formatCount(now, language)}</b>
              )}
            </div>
            <span>{hour}</span>
          </div>
        ))}
      </div>
    </div>
  )
}

/** Today, hour by hour, beside the same weekday a week ago; where it has the whole screen, with the stages beside it. */
export function Day({ board, wall }: { board: DayBoard; wall: Wall }) {
  return (
    <div className="day-board">
      <Hours board={board} wall={wall} />
      {wall.place === 'whole' && <Measures measures={board.measures} wall={wall} />}
    </div>
  )
}
