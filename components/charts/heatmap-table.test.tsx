// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import type { HeatmapView } from '@/lib/report/outbound'
import type { HeatMetric } from '@/lib/report/query'
import { linkTo } from './fixture'
import { formatMean, HeatmapTable } from './heatmap-table'
import { renderInEnglish } from './in-english'

afterEach(cleanup)

const none = { dials: 0, connected: 0, rate: null, enough: false }

/** Two days, three hours: a hole on Monday at 10, too few calls on Tuesday at 9. */
const view: HeatmapView = {
  hours: [9, 10, 11],
  rows: [
    {
      weekday: 'monday',
      occurrences: 4,
      cells: [
        { hour: 9, dials: 80, connected: 20, rate: { k: 20, n: 80, value: 0.25 }, enough: true },
        { hour: 10, ...none },
        { hour: 11, dials: 30, connected: 9, rate: { k: 9, n: 30, value: 0.3 }, enough: true },
      ],
    },
    {
      weekday: 'tuesday',
      occurrences: 5,
      cells: [
        { hour: 9, dials: 14, connected: 9, rate: { k: 9, n: 14, value: 9 / 14 }, enough: false },
        { hour: 10, dials: 96, connected: 42, rate: { k: 42, n: 96, value: 0.4375 }, enough: true },
        { hour: 11, ...none },
      ],
    },
  ],
  best: { weekday: 'tuesday', hour: 10, rate: { k: 42, n: 96, value: 0.4375 }, credible: true },
  max: { dials: 20, connected: 8.4, rate: 0.4375 },
  minSample: 20,
  overall: { k: 80, n: 220, value: 80 / 220 },
}

function renderTable(metric: HeatMetric, shown = view) {
  return renderInEnglish(<HeatmapTable view={shown} metric={metric} linkTo={linkTo} name="Rate by weekday and hour" />)
}

describe('the heatmap', () => {
  test('a cell says its day, hour, calls and rate', () => {
    renderTable('rate')
    const best = screen.getByRole('link', { name: 'Tuesday 10:00, 42 of 96 dials connected, 43.8%' })
    expect(best.textContent).toBe('44')
    expect(best.getAttribute('href')).toBe('/outbound?stage=connected&cell=tuesday-10')
  })

  test('too few dials are marked, never given a rate', () => {
    renderTable('rate')
    const few = screen.getByRole('link', {
      name: 'Tuesday 09:00, 9 of 14 dials connected, too few to rank (14 of 20)',
    })
    expect(few.textContent).toBe('·')
  })

  test('an hour without dials is no link', () => {
    renderTable('rate')
    expect(screen.getAllByRole('link')).toHaveLength(4)
  })

  test.each([
    ['dials', 'stage=dials', ['20', '7.5', '2.8', '19']],
    ['connected', 'stage=connected', ['5', '2.3', '1.8', '8.4']],
    ['rate', 'stage=connected', ['25', '30', '·', '44']],
  ] as const)('%s: opens %s and shows a mean per weekday or a percent', (metric, stage, texts) => {
    renderTable(metric)
    const links = screen.getAllByRole('link')
    expect(links.map(link => link.textContent)).toEqual(texts)
    expect(links.every(link => link.getAttribute('href')?.includes(`${stage}&`))).toBe(true)
  })

  test('each row says how many of its weekday there are', () => {
    renderTable('dials')
    expect(screen.getAllByRole('rowheader').map(header => header.textContent)).toEqual(['Mon×4', 'Tue×5'])
  })

  test('only a credible best hour carries the ring', () => {
    const { container } = renderTable('rate')
    expect(container.querySelectorAll('.ring-won')).toHaveLength(1)
    cleanup()
    const doubtful = view.best && { ...view, best: { ...view.best, credible: false } }
    expect(renderTable('rate', doubtful ?? view).container.querySelectorAll('.ring-won')).toHaveLength(0)
  })

  test('one tab stop, at the best hour; arrows jump over holes and stop at the edge', () => {
    renderTable('rate')
    const links = screen.getAllByRole('link')
    expect(links.filter(link => link.tabIndex === 0).map(link => link.textContent)).toEqual(['44'])

    const [monday9, monday11] = links
    monday9?.focus()
    fireEvent.keyDown(monday9 ?? document, { key: 'ArrowRight' })
    expect(document.activeElement).toBe(monday11)
    fireEvent.keyDown(monday11 ?? document, { key: 'ArrowRight' })
    expect(document.activeElement).toBe(monday11)
    expect(monday11?.tabIndex).toBe(0)
    expect(links.filter(link => link.tabIndex === 0)).toHaveLength(1)
    fireEvent.keyDown(monday11 ?? document, { key: 'Home' })
    expect(document.activeElement).toBe(monday9)
    fireEvent.keyDown(monday9 ?? document, { key: 'ArrowDown' })
    expect(document.activeElement?.textContent).toBe('·')
  })
})

test.each([
  [9.96, '10'],
  [0.04, '0'],
  [3, '3'],
  [3.25, '3.3'],
  [1234.5, '1,235'],
])('a mean of %d calls is written %s', (mean, text) => {
  expect(formatMean(mean, 'en')).toBe(text)
})
