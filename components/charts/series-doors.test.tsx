// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { linkTo, someBuckets } from './fixture'
import { renderInEnglish } from './in-english'
import type { LinkTo } from './mark-link'
import { SeriesMarks } from './series-marks'

afterEach(cleanup)

/** Three days: a running one at the end, nothing converted on the second. */
function renderMarks(doors: LinkTo = linkTo) {
  const buckets = someBuckets('2026-03-25', 3, true).map((bucket, index) => ({
    ...bucket,
    dials: [271, 1, 1200][index] ?? 0,
    connected: [93, 0, 400][index] ?? 0,
    conversions: [5, 0, 1][index] ?? 0,
  }))
  return renderInEnglish(
    <SeriesMarks
      name="Calls per day"
      buckets={buckets}
      height={200}
      stripHeight={40}
      top={1200}
      locale="en"
      linkTo={doors}
      describe={index => `about ${index}`}
    />,
  )
}

test('every bar and point that stands for calls is a link that says so; nothing else is', () => {
  renderMarks()
  expect(screen.getAllByRole('link').map(link => link.getAttribute('aria-label'))).toEqual([
    'Mar 25: 271 dials',
    'Mar 26: 1 dial',
    'Mar 27: 1,200 dials, still running',
    'Mar 25: 93 connected',
    'Mar 27: 400 connected, still running',
    'Mar 25: 5 conversions',
    'Mar 27: 1 conversion, still running',
  ])
  expect(screen.getByRole('link', { name: 'Mar 25: 5 conversions' }).getAttribute('href')).toBe(
    '/outbound?stage=conversions&on=2026-03-25..2026-03-25',
  )
})

test('one tab stop; arrows walk buckets and series, and light what they reach', () => {
  renderMarks()
  const first = screen.getByRole('link', { name: 'Mar 25: 271 dials' })
  expect(screen.getAllByRole('link').filter(link => link.tabIndex === 0)).toEqual([first])

  fireEvent.focus(first)
  expect(screen.getByText('about 0')).toBeTruthy()
  fireEvent.keyDown(first, { key: 'End' })
  const last = screen.getByRole('link', { name: /1,200 dials/ })
  expect(document.activeElement).toBe(last)
  fireEvent.keyDown(last, { key: 'ArrowDown' })
  const below = screen.getByRole('link', { name: /400 connected/ })
  expect(document.activeElement).toBe(below)
  // The second day connected nobody: the step goes on to the first.
  fireEvent.keyDown(below, { key: 'ArrowLeft' })
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Mar 25: 93 connected')
  expect(screen.getByText('about 0')).toBeTruthy()
})

test('who sees numbers only walks the same figures, and none of them leads anywhere', () => {
  renderMarks(null)
  expect(screen.queryAllByRole('link')).toEqual([])
  expect(screen.queryAllByRole('button')).toEqual([])
  expect(screen.getByRole('group').getAttribute('aria-label')).toBe(
    'Calls per day: the figure of each bar and point, arrow keys move',
  )
  const figures = screen.getAllByRole('img')
  expect(figures).toHaveLength(7)
  const [first] = figures
  if (!first) throw new Error('there is no figure')
  expect(figures.filter(figure => figure.tabIndex === 0)).toEqual([first])
  fireEvent.focus(first)
  expect(screen.getByText('about 0')).toBeTruthy()
  fireEvent.keyDown(first, { key: 'End' })
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Mar 27: 1,200 dials, still running')
})
