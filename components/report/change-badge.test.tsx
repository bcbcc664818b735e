// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { renderInEnglish } from '@/components/charts/in-english'
import type { Change } from '@/lib/report/outbound'
import { ChangeBadge, ChangeGlyph } from './change-badge'

afterEach(cleanup)

const interval = { low: -0.0726, high: -0.0131 }

interface Said {
  change: Change
  /** What is drawn. */
  shown: string
  /** What a screen reader says. */
  words: string
  tone: string
}

const cases: [string, Said][] = [
  [
    'effort up',
    {
      change: { kind: 'moved', basis: 'effort', unit: 'percent', by: 0.123, interval: null },
      shown: '▲ 12.3%',
      words: 'up 12.3%',
      tone: 'text-up',
    },
  ],
  [
    'rate down',
    {
      change: { kind: 'moved', basis: 'outcome', unit: 'points', by: -0.0429, interval },
      shown: '▼ 4.3 points',
      words: 'down 4.3 points',
      tone: 'text-down',
    },
  ],
  [
    'average, no claim',
    {
      change: { kind: 'moved', basis: 'plain', unit: 'percent', by: -0.041, interval: null },
      shown: '▼ 4.1%',
      words: 'down 4.1%',
      tone: 'text-ink-3',
    },
  ],
  [
    'a move that would read 0.0%',
    {
      change: { kind: 'moved', basis: 'effort', unit: 'percent', by: 1 / 6412, interval: null },
      shown: '≈ no change',
      words: '≈ no change',
      tone: 'text-ink-3',
    },
  ],
  [
    'noise',
    {
      change: { kind: 'noise', unit: 'percent', by: 0.226, interval: null },
      shown: '≈ within noise',
      words: 'within noise: no larger than chance would make it',
      tone: 'text-ink-3',
    },
  ],
  [
    'too few',
    {
      change: { kind: 'too-few', have: 12, need: 20 },
      shown: 'too few calls to say (12 of 20)',
      words: 'too few calls to say (12 of 20)',
      tone: 'text-ink-3',
    },
  ],
  ['equal', { change: { kind: 'equal' }, shown: 'no change', words: 'no change', tone: 'text-ink-3' }],
  [
    'from nothing',
    {
      change: { kind: 'new' },
      shown: 'new',
      words: 'new: there was none in the comparison period',
      tone: 'text-ink-3',
    },
  ],
]

describe('a change', () => {
  test.each(cases)('%s: drawn, said and coloured', (_, { change, shown, words, tone }) => {
    renderInEnglish(<ChangeBadge change={change} now="1,604" before="1,485" />)
    const badge = screen.getByRole('button', { name: words })
    expect(badge.querySelector('[aria-hidden]')?.textContent).toBe(shown)
    expect(badge.className).toContain(tone)
  })

  test('no comparison says nothing', () => {
    const { container } = renderInEnglish(<ChangeBadge change={{ kind: 'none' }} now="1" before={null} />)
    expect(container.textContent).toBe('')
  })

  test('a running period shows no percentage and explains itself', () => {
    renderInEnglish(<ChangeBadge change={{ kind: 'withheld' }} now="120" before="300" />)
    const badge = screen.getByRole('button', { name: 'Running period: compared when it is complete' })
    expect(badge.textContent).not.toMatch(/[%▲▼]/)
  })

  test('the tooltip gives both values and the interval, on focus as on hover, and Escape closes it', () => {
    const change: Change = { kind: 'moved', basis: 'outcome', unit: 'points', by: -0.0429, interval }
    renderInEnglish(<ChangeBadge change={change} now="36.8%" before="41.1%" />)
    const badge = screen.getByRole('button')
    expect(screen.queryByRole('tooltip')).toBeNull()

    fireEvent.focus(badge)
    const tip = screen.getByRole('tooltip', { hidden: true })
    expect(tip.textContent).toContain('36.8% now, 41.1% before')
    expect(tip.textContent).toContain('95% interval: −7.3 points to −1.3 points')
    expect(badge.getAttribute('aria-describedby')).toBe(tip.id)

    fireEvent.keyDown(badge, { key: 'Escape' })
    expect(screen.queryByRole('tooltip', { hidden: true })).toBeNull()
  })

  test('in a small space only an arrow shows, all the words stay', () => {
    const { container } = renderInEnglish(
      <ChangeGlyph change={{ kind: 'noise', unit: 'percent', by: 0.1, interval: null }} now="38" before="31" />,
    )
    expect(container.querySelector('[aria-hidden]')).toBeNull()
    expect(container.textContent).toBe('within noise: no larger than chance would make it')
    expect(container.firstElementChild?.getAttribute('title')).toContain('38 now, 31 before')
  })
})
