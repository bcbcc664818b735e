import type { Words } from './context'

/** Our own server cannot say what this screen shows; or nobody will ever, since its browser keeps no cookies. */
export function Away({ words, why = 'away' }: { words: Words; why?: 'away' | 'cookies' }) {
  return (
    <div id="stage" data-layout="away">
      <div className="nothing failing">
        <i />
        <b>{words(`failure.${why}`)}</b>
        <p>{words(`failure.${why}Text`)}</p>
      </div>
    </div>
  )
}
