/* Cells of a review's tables: hairlines between rows, figures to the right. */

export const HEAD = 'px-2 pb-1.5 not-[.text-left]:text-right font-[450] text-[13px] text-ink-3 first:pl-0 last:pr-0'
export const CELL = 'px-2 py-[7px] text-right last:pr-0 whitespace-nowrap'
export const ROW_HEAD = 'max-w-48 truncate py-[7px] pr-2 text-left font-[550] max-sm:max-w-32'
