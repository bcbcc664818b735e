import { describe, expect, it } from 'vitest'
import { CallboardError } from '@/lib/errors'
import type { DayCallsAnswer } from '@/lib/report/drilldown'
import { type CellEvent, cellFetchedAt, cellRows, daysLeft, startCell, stepCell } from './cell-progress'

const DAYS = ['2026-03-31', '2026-04-14', '2026-04-07', '2026-04-21']

function day(date: string, times: string[] = ['10:00'], fetchedAt = '2026-04-22T08:00:00Z'): DayCallsAnswer {
  const rows = times.map(time => ({
    id: `cll-${date}-${time}`,
    stage: 'dials' as const,
    date: `${date}T${time}:00Z`,
    duration: 12,
    voicemail: false,
    user: null,
    alloNumber: '+33100000000',
    alloNumberLabel: null,
    contactNumber: '+33612345678',
    withheld: false,
  }))
  return { date, rows, fetchedAt }
}

const arrived = (date: string, times?: string[]): CellEvent => ({ type: 'arrived', answer: day(date, times) })
const play = (events: CellEvent[]) => events.reduce(stepCell, startCell(DAYS))

describe('reading a cell day by day', () => {
  it('asks for the newest day first', () => {
    expect(daysLeft(startCell(DAYS))).toEqual(['2026-04-21', '2026-04-14', '2026-04-07', '2026-03-31'])
  })

  it('does not ask for what is known', () => {
    const progress = startCell(DAYS, [day('2026-04-14'), day('2020-01-01')])
    expect(daysLeft(progress)).toEqual(['2026-04-21', '2026-04-07', '2026-03-31'])
    expect(progress.state).toBe('running')
  })

  it('is done at once when everything is known, or nothing is to be asked', () => {
    expect(
      startCell(
        DAYS,
        DAYS.map(date => day(date)),
      ).state,
    ).toBe('done')
    expect(startCell([]).state).toBe('done')
  })

  it('shows calls newest first, in whatever order days arrive', () => {
    const progress = play([arrived('2026-04-07'), arrived('2026-04-21', ['08:05', '08:40']), arrived('2026-04-14')])
    expect(cellRows(progress).map(row => row.date.slice(5, 16))).toEqual([
      '04-21T08:40',
      '04-21T08:05',
      '04-14T10:00',
      '04-07T10:00',
    ])
    expect(progress.state).toBe('running')
    expect(play([...DAYS.map(date => arrived(date))]).state).toBe('done')
  })

  it('keeps what is there when it is cancelled, and goes on with the rest', () => {
    const stopped = play([arrived('2026-04-21'), arrived('2026-04-14'), { type: 'cancelled' }])
    expect(stopped).toMatchObject({ state: 'stopped', error: null })
    expect(stopped.answers).toHaveLength(2)
    const going = stepCell(stopped, { type: 'continued' })
    expect(going.state).toBe('running')
    expect(daysLeft(going)).toEqual(['2026-04-07', '2026-03-31'])
  })

  it('stops at a failure and says why; another attempt forgets it', () => {
    const error = new CallboardError('ALLO_TIMEOUT', '')
    const stopped = play([arrived('2026-04-21'), { type: 'failed', error }])
    expect(stopped).toMatchObject({ state: 'stopped', error })
    expect(stepCell(stopped, { type: 'continued' })).toMatchObject({ state: 'running', error: null })
  })

  it('takes a late answer after it was stopped, but no late failure', () => {
    const stopped = play([arrived('2026-04-21'), { type: 'cancelled' }])
    const late = stepCell(stopped, arrived('2026-04-14'))
    expect(late).toMatchObject({ state: 'stopped' })
    expect(late.answers).toHaveLength(2)
    expect(stepCell(stopped, { type: 'failed', error: new CallboardError('OFFLINE', '') })).toBe(stopped)
  })

  it('counts a day once, however often it arrives', () => {
    expect(play([arrived('2026-04-21'), arrived('2026-04-21')]).answers).toHaveLength(1)
  })

  it('is as old as its oldest day', () => {
    const known = [day('2026-04-21', [], '2026-04-22T08:05:00Z'), day('2026-04-14', [], '2026-04-22T08:01:00Z')]
    expect(cellFetchedAt(startCell(DAYS, known))).toBe('2026-04-22T08:01:00Z')
    expect(cellFetchedAt(startCell(DAYS))).toBeNull()
  })
})
