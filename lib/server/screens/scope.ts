import 'server-only'
import { CallboardError } from '@/lib/errors'
import { readSavable } from '@/lib/report/saved-view'
import { readView, writeReport } from '@/lib/report/search'
import type { Scene, Show } from '@/lib/tv/show'

/** Every scene of a show, of all its line-ups. */
export function scenesOf(show: Show): Scene[] {
  return show.lineUps.flatMap(({ scenes }) => scenes)
}

/** What a screen has to be able to read to show this, and nothing else: canonical search strings of outbound reports. */
export function reportsOf(show: Show): string[] {
  const views = scenesOf(show).flatMap(scene => (scene.kind === 'message' ? [] : [scene.view]))
  return [...new Set(views.map(view => writeReport(readView(new URLSearchParams(view)).view.report)))].toSorted()
}

/** The canonical search string of an outbound view. null for anything else. */
function canonical(view: string): string | null {
  if (view !== '' && !view.startsWith('?')) return null
  const place = readSavable(`/outbound${view}`)
  return place?.path === '/outbound' ? place.search : null
}

/**
 * A show as it is kept: each view written in its one way.
 *
 * @throws CallboardError INVALID_INPUT with the scene at fault: a view that is none, an id that occurs twice
 */
export function canonicalShow(show: Show): Show {
  const fields: Record<string, string> = {}
  const seen = new Set<string>()
  const lineUps = show.lineUps.map((lineUp, at) => ({
    ...lineUp,
    scenes: lineUp.scenes.map((scene, place) => {
      const path = `show.lineUps.${at}.scenes.${place}`
      const id = `${lineUp.id} ${scene.id}`
      if (seen.has(id)) fields[`${path}.id`] = 'taken'
      seen.add(id)
      if (scene.kind === 'message') return scene
      const view = canonical(scene.view)
      if (view === null) fields[`${path}.view`] = 'invalid'
      return { ...scene, view: view ?? '' }
    }),
  }))
  if (Object.keys(fields).length > 0) throw new CallboardError('INVALID_INPUT', 'the show does not fit', { fields })
  return { ...show, lineUps }
}
