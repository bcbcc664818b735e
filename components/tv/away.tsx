import type { Words } from './context'

/** Our own server cannot say what this screen shows. */
export function Away({ words }: { words: Words }) {
  return (
    <div id="stage" data-layout="away">
      <div className="nothing failing">
        <i />
        <b>{words('failure.away')}</b>
        <p>{words('failure.awayText')}</p>
      </div>
    </div>
  )
}
