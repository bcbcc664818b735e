import { useEffect, useRef } from 'react'

/** Something the command menu can do. Labels are in the reader's language. */
export interface Command {
  id: string
  /** Heading under which it stands. */
  group: string
  label: string
  /** What is shown at the end of the line: dates, or the key that does the same. */
  hint?: string
  /** In force now. */
  active?: boolean
  run: () => void
}

type Source = () => Command[]
const sources = new Set<Source>()

/** Offers commands while the component is mounted. `build` runs only when the menu opens, so it may be called late and costs nothing before. */
export function useCommands(build: Source): void {
  const latest = useRef(build)
  useEffect(() => {
    latest.current = build
  })
  useEffect(() => {
    const source = () => latest.current()
    sources.add(source)
    return () => {
      sources.delete(source)
    }
  }, [])
}

/** Everything on offer now, the page's own commands first. */
export function allCommands(): Command[] {
  return [...sources].flatMap(source => source())
}
