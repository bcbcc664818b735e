import { describe, expect, it } from 'vitest'
import { reportOf } from './outbound-fixture'
import { funnelTable, heatmapTable, leaderboardTable, type ReportTable, seriesTable, timeSpentTable } from './tables'

const material: Parameters<typeof reportOf>[0] = {
  funnel: [100, 40, 10, 0],
  series: [['2026-04-13', 100, 40]],
  heatmap: [['MONDAY', 9, 100, 40]],
  people: [
    ['Ann', 30],
    [null, 4],
  ],
  time: [900, 22.5, 17.6],
}

const keys = ({ columns }: ReportTable) => columns.map(column => column.key).join(' ')

describe('charts as tables', () => {
  const alone = reportOf(material, null, { comparison: 'none' })
  const compared = reportOf(material, {
    funnel: [80, 20, 0, 0],
    series: [['2026-04-06', 80, 20, 1]],
    people: [['Ann', 20]],
    time: [800, 40, 17],
  })

  it('of the funnel', () => {
    expect(keys(funnelTable(alone))).toBe('stage count ofDials ofPrevious')
    expect(funnelTable(alone).rows).toEqual([
      ['dials', 100, null, null],
      ['connected', 40, 0.4, 0.4],
      ['conversations', 10, 0.1, 0.25],
      ['conversions', 0, 0, 0],
    ])
    expect(funnelTable(compared).rows[3]).toEqual(['conversions', 0, 0, 0, 0, 0, null])
    expect(funnelTable(reportOf(material, null, { hasTags: false })).rows).toHaveLength(3)
  })

  it('of the series', () => {
    expect(keys(seriesTable(alone))).toBe('from dials connected rate conversions')
    expect(seriesTable(alone).rows.slice(0, 2)).toEqual([
      ['2026-04-13', 100, 40, 0.4, 0],
      ['2026-04-14', 0, 0, null, 0],
    ])
    expect(seriesTable(compared).rows[0]).toEqual(['2026-04-13', 100, 40, 0.4, 0, '2026-04-06', 80, 20, 1])
    const weekly = reportOf(material, null, { comparison: 'none', granularity: 'week', hasTags: false })
    expect(seriesTable(weekly)).toEqual({
      columns: [
        { key: 'from', kind: 'date' },
        { key: 'to', kind: 'date' },
        { key: 'dials', kind: 'count' },
        { key: 'connected', kind: 'count' },
        { key: 'rate', kind: 'rate' },
      ],
      rows: [['2026-04-13', '2026-04-19', 100, 40, 0.4]],
    })
  })

  it('of time spent', () => {
    expect(timeSpentTable(compared).rows).toEqual([
      ['totalConversation', 900, 800],
      ['averageConversation', 22.5, 40],
      ['averageRinging', 17.6, 17],
    ])
    expect(timeSpentTable(reportOf({}, null, { comparison: 'none' })).rows[0]).toEqual(['totalConversation', null])
  })

  it('of the heatmap', () => {
    const { rows } = heatmapTable(alone)
    expect(rows).toHaveLength(7 * 12)
    expect(rows[0]).toEqual(['monday', 8, 1, 0, 0, null])
    expect(rows[1]).toEqual(['monday', 9, 1, 100, 40, 0.4])
  })

  it('of the leaderboard, adding up to the funnel', () => {
    // 40 connected: 30 of Ann, 4 of nobody, 6 that Allo does not list.
    expect(leaderboardTable(compared).rows).toEqual([
      [1, 'Ann', 30, 20],
      [null, null, 10, 0],
    ])
    expect(keys(leaderboardTable(alone))).toBe('rank person connected')
    expect(leaderboardTable(reportOf({ funnel: [50, 30, 0, 0], people: [['Ann', 30]] }, null)).rows).toHaveLength(1)
  })
})
