// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { linkTo, someReport, someRows } from '@/components/charts/fixture'
import { renderInEnglish } from '@/components/charts/in-english'
import type { LeaderboardRow, OutboundReport } from '@/lib/report/outbound'
import { LeaderboardPanel } from './leaderboard-panel'

afterEach(cleanup)

function reportOf(rows: LeaderboardRow[], unattributed = 0): OutboundReport {
  return { ...someReport(), leaderboard: { rows, unattributed, colleagues: null } }
}

const team = (size: number) => someRows(Array.from({ length: size }, (_, index) => [`Person ${index}`, 600 - index]))

describe('the leaderboard', () => {
  test('a row is a link to that person’s connected calls, and says its rank', () => {
    renderInEnglish(<LeaderboardPanel report={reportOf(someRows([['Inès Caron', 1318]]))} linkTo={linkTo} />)
    const link = screen.getByRole('link', { name: '1. Inès Caron: 1,318 connected calls' })
    expect(link.getAttribute('href')).toBe('/outbound?stage=connected&person=usr_1')
  })

  test('equal counts share a rank', () => {
    const rows = someRows([
      ['A', 30],
      ['B', 20],
      ['C', 20],
      ['D', 1],
    ])
    renderInEnglish(<LeaderboardPanel report={reportOf(rows)} linkTo={linkTo} />)
    expect(screen.getAllByRole('link').map(link => link.getAttribute('aria-label')?.slice(0, 5))).toEqual([
      '1. A:',
      '2. B:',
      '2. C:',
      '3. D:',
    ])
    expect(screen.getByRole('link', { name: '3. D: 1 connected call' })).toBeTruthy()
  })

  test('a large team shows ten and unfolds the rest; eleven are not worth folding', () => {
    renderInEnglish(<LeaderboardPanel report={reportOf(team(60))} linkTo={linkTo} />)
    const folded = screen.getByRole('group')
    expect(folded.tagName).toBe('DETAILS')
    expect(within(folded).getAllByRole('link')).toHaveLength(50)
    expect(screen.getAllByRole('link')).toHaveLength(60)
    expect(screen.getByText('Show 50 more')).toBeTruthy()

    cleanup()
    renderInEnglish(<LeaderboardPanel report={reportOf(team(11))} linkTo={linkTo} />)
    expect(screen.queryByRole('group')).toBeNull()
  })

  test('names of any script keep their own direction and their whole text', () => {
    const name = 'مريم 🚀 الحسيني'
    renderInEnglish(<LeaderboardPanel report={reportOf(someRows([[name, 3]]))} linkTo={linkTo} />)
    const link = screen.getByText(name)
    expect(link.getAttribute('dir')).toBe('auto')
    expect(link.getAttribute('title')).toBe(name)
  })

  test('calls of nobody and calls the list leaves out are one line, without a link', () => {
    const nobody: LeaderboardRow = {
      rank: 0,
      user: null,
      connected: 7,
      share: 0.1,
      before: null,
      change: { kind: 'none' },
    }
    renderInEnglish(<LeaderboardPanel report={reportOf([...team(2), nobody], 5)} linkTo={linkTo} />)
    expect(screen.getAllByRole('link')).toHaveLength(2)
    expect(screen.getByText('Calls without a person').textContent).toBe('Calls without a person12')
  })

  test('nobody reached is said, not left blank', () => {
    renderInEnglish(<LeaderboardPanel report={reportOf([])} linkTo={linkTo} />)
    expect(screen.getByText('Nobody was reached in this period')).toBeTruthy()
  })
})
