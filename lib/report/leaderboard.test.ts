import { describe, expect, it } from 'vitest'
import { reportOf } from './outbound-fixture'

type People = [string | null, number][]

function board(people: People, before: People | null = null, connected = 0) {
  return reportOf({ funnel: [0, connected, 0, 0], people }, before && { people: before }).leaderboard
}

describe('the leaderboard', () => {
  it('ranks densely, by calls and then by name', () => {
    const { rows } = board([
      ['Zoé', 5],
      ['Élodie', 9],
      ['Ben', 5],
      ['Émile', 9],
      ['Ann', 1],
      ['Zed', 0],
    ])
    expect(rows.map(({ rank, user, connected }) => [rank, user?.name, connected])).toEqual([
      [1, 'Élodie', 9],
      [1, 'Émile', 9],
      [2, 'Ben', 5],
      [2, 'Zoé', 5],
      [3, 'Ann', 1],
      [4, 'Zed', 0],
    ])
    expect(rows.map(row => row.share)).toEqual([1, 1, 5 / 9, 5 / 9, 1 / 9, 0])
  })

  it('adds up what Allo lists twice, and puts nobody last', () => {
    const { rows, unattributed } = board(
      [
        ['Ann', 3],
        [null, 40],
        ['Ann', 4],
        [null, 2],
      ],
      null,
      60,
    )
    expect(rows).toEqual([
      expect.objectContaining({ rank: 1, user: { id: 'usr-ann', name: 'Ann' }, connected: 7 }),
      expect.objectContaining({ rank: 0, user: null, connected: 42, share: 1 }),
    ])
    expect(unattributed).toBe(11)
  })

  it('tells when the rows hold more than the funnel', () => {
    expect(board([['Ann', 3]], null, 2).unattributed).toBe(-1)
    expect(board([], null, 0)).toEqual({ rows: [], unattributed: 0, colleagues: null })
  })

  it('judges people as outcomes; whoever was not listed before had none', () => {
    const { rows } = board(
      [
        ['Ann', 150],
        ['Ben', 38],
        ['Cy', 30],
        ['Di', 2],
      ],
      [
        ['Ben', 31],
        ['Ann', 100],
        ['Di', 1],
      ],
    )
    expect(rows.map(({ before, change }) => [before, change.kind])).toEqual([
      [100, 'moved'],
      [31, 'noise'],
      [0, 'new'],
      [1, 'too-few'],
    ])
    expect(board([['Ann', 150]]).rows[0]).toMatchObject({ before: null, change: { kind: 'none' } })
  })
})
