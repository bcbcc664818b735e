// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { linkTo, someReport } from '@/components/charts/fixture'
import { flowHeight } from '@/components/charts/flow-shape'
import { renderInEnglish } from '@/components/charts/in-english'
import type { FunnelStageView, OutboundReport } from '@/lib/report/outbound'
import { STAGES } from '@/lib/report/query'
import { FunnelPanel } from './funnel-panel'

afterEach(cleanup)

/** A report whose funnel has these counts, without a comparison. */
function reportOf(counts: readonly [number, number, number, number], hasConversions = true): OutboundReport {
  const none = { before: null, change: { kind: 'none' } } as const
  const rate = (k: number, n: number) => ({ now: n > 0 ? { k, n, value: k / n } : null, ...none })
  const stages = STAGES.map((stage, index): FunnelStageView => {
    const now = counts[index] ?? 0
    return {
      stage,
      count: { now, ...none },
      ofDials: index === 0 ? null : rate(now, counts[0]),
      ofPrevious: index === 0 ? null : rate(now, counts[index - 1] ?? 0),
    }
  })
  const [dials, , conversations, conversions] = counts
  return {
    ...someReport(),
    funnel: {
      stages,
      hasConversions,
      dialsPerActiveDay: dials > 0 ? dials / 20 : null,
      conversionsExceedConversations: conversions > conversations,
    },
  }
}

const text = () => document.body.textContent ?? ''

describe('the funnel', () => {
  test('each stage is a link to its calls, with its rate of the stage before', () => {
    renderInEnglish(<FunnelPanel report={someReport()} linkTo={linkTo} />)
    const links = screen.getAllByRole('link')
    expect(links.map(link => link.getAttribute('href'))).toEqual(STAGES.map(stage => `/outbound?stage=${stage}`))
    expect(links.map(link => link.textContent)).toEqual(['6,412', '2,141', '788', '142'])
    expect(text()).toContain('229 a day')
    expect(text()).toContain('36.8% of connected')
    expect(text()).toContain('18.0% of conversations')
  })

  test('the other rate and its k of n are in the tooltip', () => {
    renderInEnglish(<FunnelPanel report={someReport()} linkTo={linkTo} />)
    fireEvent.focus(screen.getByRole('button', { name: /^36.8%/ }))
    const tip = screen.getByRole('tooltip', { hidden: true }).textContent
    expect(tip).toContain('36.8% of connected: 788 of 2,141')
    expect(tip).toContain('12.3% of dials: 788 of 6,412')
  })

  test('the menu turns every rate into one of dials', () => {
    renderInEnglish(<FunnelPanel report={someReport()} linkTo={linkTo} />)
    fireEvent.click(screen.getByRole('menuitemcheckbox', { name: 'All rates of dials', hidden: true }))
    expect(text()).toContain('12.3% of dials')
    expect(text()).toContain('2.2% of dials')
  })

  test('nothing dialled: zeros and no rates, never 0 % or NaN', () => {
    renderInEnglish(<FunnelPanel report={reportOf([0, 0, 0, 0])} linkTo={linkTo} />)
    expect(screen.getAllByRole('link').map(link => link.textContent)).toEqual(['0', '0', '0', '0'])
    expect(screen.getAllByText('–')).toHaveLength(3)
    expect(text()).not.toMatch(/NaN|Infinity|0\.0%|a day/)
  })

  test('a million dials', () => {
    renderInEnglish(<FunnelPanel report={reportOf([1_000_000, 333_333, 100_000, 1])} linkTo={linkTo} />)
    expect(screen.getByRole('link', { name: /1,000,000/ })).toBeTruthy()
    expect(text()).toContain('0.0% of conversations')
  })

  test('more conversions than conversations are shown as they are, with a note', () => {
    renderInEnglish(<FunnelPanel report={reportOf([500, 100, 40, 60])} linkTo={linkTo} />)
    expect(text()).toContain('150.0% of conversations *')
    expect(text()).toContain('conversions can exceed conversations')
  })

  test('without conversion tags there is no number but the way to choose some', () => {
    const choose = vi.fn()
    const report = reportOf([500, 100, 40, 0], false)
    renderInEnglish(<FunnelPanel report={report} linkTo={linkTo} onChooseTags={choose} />)
    expect(screen.getAllByRole('link').map(link => link.getAttribute('href'))).toEqual([
      '/outbound?stage=dials',
      '/outbound?stage=connected',
      '/outbound?stage=conversations',
    ])
    fireEvent.click(screen.getByRole('button', { name: 'Choose conversion tags' }))
    expect(choose).toHaveBeenCalledOnce()
  })

  test('shown as a table it says the same', async () => {
    renderInEnglish(<FunnelPanel report={someReport()} linkTo={linkTo} />)
    fireEvent.click(screen.getByRole('menuitemcheckbox', { name: 'Show as table', hidden: true }))
    const cells = (await screen.findAllByRole('row')).map(row => [...row.children].map(cell => cell.textContent))
    expect(cells[3]).toEqual(['Conversations', '788', '12.3%', '36.8%', '814', '14.3%', '41.1%'])
  })
})

test.each([
  [0, 100, 0],
  [100, 100, 94],
  [50, 100, 47],
  [1, 1_000_000, 2.5],
  [0, 0, 0],
])('the stream of %d calls beside at most %d is %d pixels high', (count, largest, height) => {
  expect(flowHeight(count, largest)).toBe(height)
})
