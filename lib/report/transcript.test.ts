import { describe, expect, it } from 'vitest'
import type { TranscriptLine } from './drilldown'
import { lineAt, talkOf, turnsOf } from './transcript'

/** "us 0, them 4" as lines at those seconds. */
function lines(text: string): TranscriptLine[] {
  return text.split(', ').map(part => {
    const [speaker, at] = part.split(' ')
    return { speaker: speaker === 'us' ? 'us' : 'them', at: Number(at), text: part }
  })
}

const LINES = lines('us 2, us 4.5, them 9, us 61')

describe('turns', () => {
  it('are runs of one speaker, in order, with the place of each line', () => {
    expect(turnsOf(LINES).map(turn => [turn.speaker, turn.lines.map(line => line.index)])).toEqual([
      ['us', [0, 1]],
      ['them', [2]],
      ['us', [3]],
    ])
    expect(turnsOf([])).toEqual([])
  })

  it.each([
    [0, -1],
    [2, 0],
    [4.4, 0],
    [4.5, 1],
    [60.9, 2],
    [9999, 3],
  ])('at %s s line %s is said', (seconds, index) => {
    expect(lineAt(LINES, seconds)).toBe(index)
  })

  it('finds the line last begun in a transcript out of order', () => {
    expect(lineAt(lines('us 61, us 2, them 9'), 10)).toBe(2)
  })
})

describe('talk share', () => {
  it.each([
    // 0–10 us, 10–40 them, 40–100 us
    ['us 0, them 10, us 40', 100, { us: 70, them: 30, longest: { speaker: 'us', at: 40, seconds: 60 } }],
    // Two lines of one speaker are one turn: 0–30
    ['them 0, them 20, us 30', 45, { us: 15, them: 30, longest: { speaker: 'them', at: 0, seconds: 30 } }],
    // The pause before the first word belongs to nobody
    ['us 8, them 10', 20, { us: 2, them: 10, longest: { speaker: 'them', at: 10, seconds: 10 } }],
    // One speaker alone
    ['them 3', 33, { us: 0, them: 30, longest: { speaker: 'them', at: 3, seconds: 30 } }],
    // A last line after the end of the call lasts no time
    ['us 0, them 12', 10, { us: 12, them: 0, longest: { speaker: 'us', at: 0, seconds: 12 } }],
    // Nobody knows when it ended: the last turn goes up to its last line
    ['us 0, them 5, them 9', null, { us: 5, them: 4, longest: { speaker: 'us', at: 0, seconds: 5 } }],
    // Of two that are as long, the first
    ['us 0, them 10', 20, { us: 10, them: 10, longest: { speaker: 'us', at: 0, seconds: 10 } }],
  ] as const)('of %s in %s s', (text, duration, expected) => {
    expect(talkOf(lines(text), duration)).toEqual(expected)
  })

  it('is nothing without lines, and of lines that take no time', () => {
    expect(talkOf([], 60)).toBeNull()
    expect(talkOf(lines('us 0'), null)).toBeNull()
    expect(talkOf(lines('us 0, them 0'), 0)).toBeNull()
  })
})
