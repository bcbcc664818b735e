// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { someReport } from '@/components/charts/fixture'
import { renderInEnglish } from '@/components/charts/in-english'
import {
  funnelTable,
  heatmapTable,
  leaderboardTable,
  type ReportTable,
  seriesTable,
  timeSpentTable,
} from '@/lib/report/tables'
import { AsTable } from './as-table'

afterEach(cleanup)

const weekly = { ...someReport(), series: { ...someReport().series, granularity: 'week' as const } }

function renderTable(table: ReportTable) {
  renderInEnglish(<AsTable table={table} zone="America/New_York" caption="Table" />)
  const rows = screen.getAllByRole('row').map(row => [...row.children].map(cell => cell.textContent))
  return { header: rows[0], first: rows[1] }
}

test.each([
  ['funnel', funnelTable(someReport())],
  ['series', seriesTable(weekly)],
  ['time spent', timeSpentTable(someReport())],
  ['heatmap', heatmapTable(someReport())],
  ['leaderboard', leaderboardTable(someReport())],
])('every column of the %s has words for its header', (_, table) => {
  const keys = table.columns.map(column => column.key)
  const { header } = renderTable(table)
  expect(header).toHaveLength(keys.length)
  expect(header?.filter(text => text === '' || (text !== null && /^[a-z]/.test(text)))).toEqual([])
})

test('values stand in the reader’s format, names in the reader’s language', () => {
  expect(renderTable(timeSpentTable(someReport())).first?.map(text => text?.replace(/\u00a0/g, ' '))).toEqual([
    'Total conversation time',
    '41 h 12 m',
    '37 h 40 m',
  ])
  cleanup()
  expect(renderTable(heatmapTable(someReport())).first?.slice(0, 3)).toEqual(['Monday', '08:00', '4'])
  cleanup()
  expect(renderTable(seriesTable(someReport())).first?.slice(0, 2)).toEqual(['Mar 25', '270'])
  expect(screen.getByText('Days and hours in America/New York')).toBeTruthy()
})
