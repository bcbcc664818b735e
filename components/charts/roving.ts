'use client'
import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react'

export interface GridPlace {
  row: number
  column: number
}

const STEPS: Record<string, GridPlace> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
}

/**
 * Where a key leads in a grid with holes: arrows go to the next filled place in their direction, Home and End to the row's
 * ends. null when the key means nothing here or there is nowhere to go.
 */
export function nextPlace(grid: boolean[][], from: GridPlace, key: string): GridPlace | null {
  const row = grid[from.row] ?? []
  if (key === 'Home' || key === 'End') {
    const column = key === 'Home' ? row.indexOf(true) : row.lastIndexOf(true)
    return column < 0 ? null : { row: from.row, column }
  }
  const step = STEPS[key]
  if (!step) return null
  const to = { row: from.row + step.row, column: from.column + step.column }
  while (grid[to.row]?.[to.column] === false) {
    to.row += step.row
    to.column += step.column
  }
  return grid[to.row]?.[to.column] ? to : null
}

/**
 * One tab stop for a whole chart. Spread `container` on the element around the marks and `mark(row, column)` on each mark;
 * `grid` says where marks are, `start` which one Tab reaches first (else the first there is).
 */
export function useRoving(grid: boolean[][], start: GridPlace | null = null) {
  const element = useRef<HTMLElement | null>(null)
  const [chosen, setChosen] = useState<GridPlace | null>(null)
  const current = [chosen, start].find(place => place && grid[place.row]?.[place.column]) ?? firstOf(grid)

  return {
    container: {
      // Arrow keys belong to the marks, at the edges too, where they lead nowhere.
      'data-roving': '',
      ref: (node: HTMLElement | null) => {
        element.current = node
      },
      onKeyDown: (event: KeyboardEvent) => {
        if (event.metaKey || event.ctrlKey || event.altKey || event.shiftKey) return
        const from = placeOf(event.target)
        const to = from && nextPlace(grid, from, event.key)
        if (!to) return
        event.preventDefault()
        event.stopPropagation()
        element.current?.querySelector<HTMLElement>(`[data-place="${to.row}:${to.column}"]`)?.focus()
      },
      onFocusCapture: (event: FocusEvent) => {
        const place = placeOf(event.target)
        if (place) setChosen(place)
      },
    },
    mark: (row: number, column: number) => ({
      'data-place': `${row}:${column}`,
      tabIndex: current?.row === row && current.column === column ? 0 : -1,
    }),
  }
}

/** The place of the mark that an event came from; null when it came from elsewhere. */
export function placeOf(target: EventTarget): GridPlace | null {
  const mark = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null
  const [row, column] = (mark?.dataset.place ?? '').split(':').map(Number)
  return row === undefined || column === undefined ? null : { row, column }
}

function firstOf(grid: boolean[][]): GridPlace | null {
  const row = grid.findIndex(places => places.includes(true))
  return row < 0 ? null : { row, column: grid[row]?.indexOf(true) ?? 0 }
}
