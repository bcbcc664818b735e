// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactElement } from 'react'
import { afterEach, describe, expect, test } from 'vitest'
import { CallList } from '@/components/calls/call-list'
import { linkTo, someReport, someRows } from '@/components/charts/fixture'
import { HeatmapTable } from '@/components/charts/heatmap-table'
import { ReaderProvider } from '@/lib/client/permissions'
import type { DrillList } from '@/lib/client/use-drill-list'
import messages from '@/lib/i18n/messages/en.json'
import type { Permission } from '@/lib/permissions'
import type { CallRow } from '@/lib/report/drilldown'
import { FunnelPanel } from './funnel-panel'
import { LeaderboardPanel } from './leaderboard-panel'
import { WithheldNote } from './withheld-note'

afterEach(cleanup)

function renderFor(permissions: Permission[], element: ReactElement) {
  return render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <ReaderProvider permissions={permissions} sight={{ lists: true, only: null }}>
        {element}
      </ReaderProvider>
    </NextIntlClientProvider>,
  )
}

/** The menu of a card, item by item. */
function menuItems(): (string | null)[] {
  return Array.from(document.querySelectorAll('[role^="menuitem"]'), item => item.textContent)
}

describe('who sees numbers only', () => {
  test('reads the funnel’s figures, which lead nowhere', () => {
    renderFor([], <FunnelPanel report={someReport()} linkTo={null} />)
    expect(screen.queryAllByRole('link')).toEqual([])
    for (const figure of ['6,412', '2,141', '788', '142'])
      expect(screen.getByText(figure).closest('a, button')).toBeNull()
  })

  test('walks the heatmap’s cells by their names', () => {
    const { heatmap } = someReport()
    const shared = { view: heatmap, metric: 'rate', name: 'Rate' } as const
    const { unmount } = renderFor([], <HeatmapTable {...shared} linkTo={linkTo} />)
    const names = screen.getAllByRole('link').map(link => link.getAttribute('aria-label'))
    unmount()
    renderFor([], <HeatmapTable {...shared} linkTo={null} />)
    const cells = screen.getAllByRole('img')
    expect(names.length).toBeGreaterThan(20)
    expect(cells.map(cell => cell.getAttribute('aria-label'))).toEqual(names)
    expect(cells.filter(cell => cell.tabIndex === 0)).toHaveLength(1)
    expect(screen.queryAllByRole('link')).toEqual([])
  })

  test('reads the leaderboard as text', () => {
    const report = {
      ...someReport(),
      leaderboard: { rows: someRows([['Inès Caron', 1318]]), unattributed: 0, colleagues: null },
    }
    renderFor([], <LeaderboardPanel report={report} linkTo={null} />)
    expect(screen.queryAllByRole('link')).toEqual([])
    const row = screen.getByRole('listitem')
    expect(row.textContent).toMatch(/Inès Caron.*1,318$/)
  })
})

test('colleagues who are not told apart are one line, and one’s own row has no rank', () => {
  const [own] = someRows([['Inès Caron', 30]])
  if (!own) throw new Error('there is no row')
  const leaderboard = { rows: [{ ...own, rank: 0 }], unattributed: 2, colleagues: { connected: 70, before: 60 } }
  renderFor([], <LeaderboardPanel report={{ ...someReport(), leaderboard }} linkTo={linkTo} />)
  expect(screen.getByText('Colleagues').textContent).toBe('Colleagues70')
  expect(screen.getByText('Calls without a person').textContent).toBe('Calls without a person2')
  expect(screen.getByRole('link').getAttribute('aria-label')).toBe('Inès Caron: 30 connected calls')
  expect(screen.getByRole('listitem').textContent).not.toMatch(/^0/)
})

test('files are offered to those who may take numbers away', () => {
  const panel = <FunnelPanel report={someReport()} linkTo={null} />
  renderFor(['reports.read'], panel)
  expect(menuItems()).toEqual(['All rates of dials', 'Show as table'])
  cleanup()
  renderFor(['reports.read', 'reports.export'], panel)
  expect(menuItems()).toEqual(['All rates of dials', 'Show as table', 'Download CSV', 'Save as picture'])
})

test('the address’s parts that are not for its reader are named, and can be cleaned away', () => {
  let cleaned = 0
  renderFor([], <WithheldNote kinds={['people', 'lists']} onDismiss={() => cleaned++} />)
  expect(screen.getByText(/colleagues in this address were left out/)).toBeTruthy()
  expect(screen.getByText(/list of calls in this address stays closed/)).toBeTruthy()
  for (const button of screen.getAllByRole('button', { name: 'Clean the address' })) button.click()
  expect(cleaned).toBe(2)
})

describe('a list of calls', () => {
  const row = (id: string, change: Partial<CallRow> = {}): CallRow => ({
    id,
    stage: 'connected',
    date: '2026-04-21T08:00:00Z',
    duration: 65,
    voicemail: false,
    user: { id: 'usr_2', name: 'Tom Okafor' },
    alloNumber: null,
    alloNumberLabel: null,
    contactNumber: null,
    withheld: true,
    ...change,
  })
  const list: DrillList = {
    rows: [
      row('cll-own', { withheld: false, contactNumber: '+33612345678', user: { id: 'usr_1', name: 'Inès Caron' } }),
      row('cll-tom'),
      row('cll-unnamed', { user: null }),
    ],
    allRows: null,
    details: new Map(),
    detailsPending: false,
    detailsFailed: false,
    page: { page: 1, size: 20, totalCount: 3, totalPages: 1 },
    count: 3,
    aggregate: 3,
    fetchedAt: null,
    loading: false,
    turning: false,
    error: null,
    retry: () => undefined,
    reading: null,
  }
  const context = { zone: 'Europe/Paris', today: '2026-04-22', conversionTags: [], directory: null }

  test('has the calls of others in it, closed', () => {
    const linkToCall = (id: string) => ({ href: `/outbound?call=${id}`, onClick: () => undefined })
    renderFor(
      ['calls.list', 'calls.own'],
      <CallList list={list} linkToCall={linkToCall} context={context} showPerson expected={3} />,
    )
    expect(screen.getAllByRole('listitem')).toHaveLength(3)
    expect(screen.getAllByRole('link').map(link => link.getAttribute('href'))).toEqual(['/outbound?call=cll-own'])
    const [, theirs, unnamed] = screen.getAllByRole('listitem')
    expect(theirs?.textContent).toMatch(/^Tom OkaforA colleague's call.*10:00.*1\sm\s05\ss$/)
    expect(unnamed?.textContent).toMatch(/^Not one of your calls.*10:00/)
  })
})
