import type { Board, BoardAnswer } from '@/lib/tv/boards'
import type { Scene } from '@/lib/tv/show'
import type { Wall } from './context'
import { Day } from './day'
import { Leaders, type Rooms } from './leaders'
import { Measures } from './measures'
import { Message } from './message'
import { isEmpty, Nothing } from './nothing'
import { Pickup } from './pickup'
import { subtitleOf, titleOf } from './titles'

/** What tv.css leaves for a list of people, in vh on a screen of 16:9 and of 9:16. */
const BESIDE: Rooms = { wide: { width: 68, height: 75 }, tall: { width: 50, height: 16 } }
const ALONE: Rooms = { wide: { width: 158, height: 75 }, tall: { width: 50, height: 68 } }
const HALF: Rooms = { wide: { width: 68, height: 71 }, tall: { width: 50, height: 14 } }

function Content({ board, wall }: { board: Board; wall: Wall }) {
  const isWhole = wall.place === 'whole'
  switch (board.kind) {
    case 'scoreboard':
      return isWhole ? (
        <div className="scoreboard">
          <Measures measures={board.measures} wall={wall} />
          <Leaders leaders={board.leaders} rooms={BESIDE} wall={wall} />
        </div>
      ) : (
        <Measures measures={board.measures} wall={wall} />
      )
    case 'leaderboard':
      return <Leaders leaders={board.leaders} rooms={isWhole ? ALONE : HALF} wall={wall} />
    case 'subject':
      return <Measures measures={board.measures} wall={wall} />
    case 'pickup':
      return <Pickup board={board} wall={wall} />
    case 'day':
      return <Day board={board} wall={wall} />
    case 'message':
      return <Message board={board} />
  }
}

/** A title of more characters than these is set smaller where there is little room. */
const LONG_TITLE = 24

/** A scene on the wall: its title, the dates it is about, its content or what there is to say instead. */
export function PanelView({ answer, scene, wall }: { answer: BoardAnswer; scene: Scene; wall: Wall }) {
  const { board } = answer
  const title = titleOf(answer, scene, wall)
  const subtitle = subtitleOf(answer, wall)
  return (
    <div className={`scene is-${scene.kind} ${wall.place}`}>
      {(title || subtitle.text) && (
        <header>
          <b dir="auto" className={title.length > LONG_TITLE ? 'long' : undefined}>
            {title}
          </b>
          <span className={subtitle.old ? 'old' : undefined}>{subtitle.text}</span>
        </header>
      )}
      <div className="body">
        {board && !isEmpty(board) ? <Content board={board} wall={wall} /> : <Nothing answer={answer} wall={wall} />}
      </div>
    </div>
  )
}
