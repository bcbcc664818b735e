import type { Board, BoardAnswer } from '@/lib/tv/boards'
import { isOwnFailure, isRefusal } from '@/lib/tv/failure'
import type { Wall } from './context'
import { datesOf } from './titles'

/** Whether a board was answered and holds no call. */
export function isEmpty(board: Board): boolean {
  switch (board.kind) {
    case 'scoreboard':
      return board.measures.every(({ value }) => value === 0) && board.leaders.rows.length === 0
    case 'subject':
      return board.measures.every(({ value }) => value === 0)
    case 'leaderboard':
      return board.leaders.rows.length === 0 && board.leaders.unattributed === 0
    case 'pickup':
      return board.cells.length === 0
    case 'day':
      return board.hours.every(({ now, before }) => !now && !before)
    case 'message':
      return false
  }
}

function sentences({ board, period, failure }: BoardAnswer, wall: Wall): { title: string; text: string } {
  const { words } = wall
  if (board) {
    if (!period || period.running) return { title: words('empty.yet'), text: words('empty.yetText') }
    return {
      title: words('empty.none'),
      text: words('empty.noneText', { range: datesOf({ ...period, comparedWith: null }, wall) }),
    }
  }
  if (!failure) return { title: words('failure.waiting'), text: words('failure.waitingText') }
  if (failure.code === 'FORBIDDEN') return { title: words('failure.forbidden'), text: words('failure.forbiddenText') }
  if (isOwnFailure(failure.code)) return { title: words('failure.own'), text: words('failure.ownText') }
  if (isRefusal(failure.code)) return { title: words('failure.refused'), text: words('failure.refusedText') }
  return { title: words('failure.silent'), text: words('failure.silentText') }
}

/** In place of a board: no calls, no answer yet, and no answer at all never look alike. */
export function Nothing({ answer, wall }: { answer: BoardAnswer; wall: Wall }) {
  const { title, text } = sentences(answer, wall)
  return (
    <div className={`nothing ${answer.board ? 'calm' : answer.failure ? 'failing' : 'waiting'}`}>
      <i />
      <b>{title}</b>
      <p>{text}</p>
    </div>
  )
}
