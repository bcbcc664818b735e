/** A name and four figures: a line on wide windows, a name above two lines of two on phones. */
export const GRID =
  'grid grid-cols-2 gap-x-3 gap-y-2 sm:grid-cols-[minmax(0,1fr)_repeat(4,minmax(0,116px))] sm:items-start sm:gap-y-1.5'
