import { invalid } from './problem'
import type { Fields } from './read-body'

export interface Page {
  page: number
  size: number
}

/** `page` (from 1) and `size` (1–100, default 20), as numbers or, from a query string, as text. Throws INVALID_PAGE_SIZE. */
export function readPage(fields: Fields): Page {
  const page = integer(fields.page, 1)
  const size = integer(fields.size, 20)
  if (size === null || size < 1 || size > 100)
    throw invalid('size', 'size must be an integer from 1 to 100', 'INVALID_PAGE_SIZE')
  if (page === null || page < 1) throw invalid('page', 'page must be an integer from 1 on')
  return { page, size }
}

function integer(value: unknown, fallback: number): number | null {
  if (value === undefined || value === null) return fallback
  const number = typeof value === 'string' && value !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isInteger(number) ? number : null
}

/** The `pagination` object of a list. */
export function pagination({ page, size }: Page, total: number) {
  const pages = Math.ceil(total / size)
  return { page, size, total_count: total, total_pages: pages, has_more: page < pages }
}

/** First place of a page. */
export function offsetOf({ page, size }: Page): number {
  return (page - 1) * size
}
