import type { MessageBoard } from '@/lib/tv/boards'

/** The longest text, in characters, of each size; the size's name is a class. */
const SIZES = [
  { upTo: 24, name: 'huge' },
  { upTo: 70, name: 'large' },
  { upTo: 140, name: 'middle' },
]

/** More lines than these run on, so that the text is never cut. */
const MOST_LINES = 5

/** What somebody wants the room to read: a text as large as it fits, a picture, or both. */
export function Message({ board: { text, image } }: { board: MessageBoard }) {
  const lines = text.split('\n').filter(line => line.trim() !== '')
  const size = SIZES.find(({ upTo }) => text.length <= upTo)?.name ?? 'small'
  return (
    <div className={`message ${size}${image ? ' with-image' : ''}${text ? '' : ' no-text'}`}>
      {image && <div className="image" style={{ backgroundImage: `url("${encodeURI(image)}")` }} />}
      {text && <p dir="auto">{lines.join(lines.length > MOST_LINES ? ' ' : '\n')}</p>}
    </div>
  )
}
