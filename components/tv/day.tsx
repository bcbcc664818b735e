import { formatDay, formatWeekday } from '@/lib/format/dates'
import { formatCount } from '@/lib/format/numbers'
import { addDays } from '@/lib/report/dates'
import type { DayBoard } from '@/lib/tv/boards'
import { momentIn } from '@/lib/tv/line-up'
import type { Wall } from './context'
import { Measures } from './measures'

/** More hours than these, or longer numbers, leave no room for the number of each. */
const MOST_HOURS = 13
const LONGEST = 999

/** A pair of bars for each hour: today filled, the same weekday a week ago hollow, on one scale from zero. */
function Hours({ board: { hours, before: weekAgo, weekday }, wall }: { board: DayBoard; wall: Wall }) {
  const { words, language, zone, now: instant, today } = wall
  const most = Math.max(1, ...hours.map(({ now, before }) => Math.max(now ?? 0, before ?? 0)))
  const height = (value: number) => ({ height: `${((value / most) * 100).toFixed(2)}%` })
  const isTight = hours.length > MOST_HOURS || most > LONGEST
  const running = Math.floor(momentIn(zone, instant).minutes / 60)
  // After midnight the last numbers stand while Allo does not answer: by then they are of no "today".
  const day = addDays(weekAgo, 7)
  const isToday = day === today
  const before = isToday
    ? words('day.before', { weekday: formatWeekday(weekday, language, 'long') })
    : formatDay(weekAgo, language, today)
  return (
    <div className="hours">
      <p className="legend">
        <span className="today">
          <i />
          {isToday ? words('day.now') : formatDay(day, language, today)}
        </span>
        <span className="before">
          <i />
          {before}
        </span>
      </p>
      <div className={`bars ${isTight ? 'many' : ''}`}>
        {hours.map(({ hour, now, before }) => (
          <div
            key={hour}
            className={`pair${hour === running && isToday ? ' now' : ''}${hour % 3 === 0 ? ' third' : ''}`}
          >
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
