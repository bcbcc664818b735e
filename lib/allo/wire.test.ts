import { expect, it } from 'vitest'
import { pagination } from './wire'

const page = (given: object) => pagination.parse({ page: 1, size: 2, total_count: 5, ...given })

it.each([
  [{}, { totalPages: 3, hasMore: true }],
  [{ page: 2 }, { totalPages: 3, hasMore: true }],
  [{ page: 3 }, { totalPages: 3, hasMore: false }],
  [
    { total_count: 4, page: 2 },
    { totalPages: 2, hasMore: false },
  ],
  [{ total_count: 0 }, { totalPages: 0, hasMore: false }],
  // What Allo says itself goes before what could be worked out.
  [
    { page: 3, has_more: true },
    { totalPages: 3, hasMore: true },
  ],
  [{ total_pages: 1 }, { totalPages: 1, hasMore: false }],
])('of a page that says %j it is known whether more follow', (given, known) => {
  expect(page(given)).toMatchObject(known)
})
