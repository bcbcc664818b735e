import { useState } from 'react'
import { type Chosen, placeOf, type Slide, slideName } from './slides'

/** The call that plays, and the second at which it was begun. */
export interface Playing {
  id: string
  at: number
}

/** Which slide is shown, and which of its calls plays. Calls play one after another, from slide to slide; leaving a slide stops its call. */
export function useSlides(slides: readonly Slide[]) {
  const last = slides.length - 1
  const [chosen, setChosen] = useState<Chosen>({ name: '', at: 0 })
  const [playing, setPlaying] = useState<Playing | null>(null)
  const at = placeOf(slides, chosen)
  const playable = slides.flatMap(({ section, shows, document }, place) =>
    section === 'calls' && shows === 'section'
      ? document.calls.filter(call => call.hasRecording).map(({ id }) => ({ id, place }))
      : [],
  )
  function show(place: number) {
    const slide = slides[place]
    if (slide) setChosen({ name: slideName(slide), at: place })
  }
  return {
    at,
    last,
    playing,
    /** The first call of this slide that can be played. */
    first: playable.find(({ place }) => place === at)?.id ?? null,
    go(to: number) {
      show(Math.max(0, Math.min(last, to)))
      setPlaying(null)
    },
    play: setPlaying,
    /** What played has ended: the next one follows, on its slide. */
    follow() {
      const next = playable[playable.findIndex(({ id }) => id === playing?.id) + 1]
      if (next) show(next.place)
      setPlaying(next ? { id: next.id, at: 0 } : null)
    },
  }
}
