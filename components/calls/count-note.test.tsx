// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import { afterEach, describe, expect, it } from 'vitest'
import en from '@/lib/i18n/messages/en.json'
import fr from '@/lib/i18n/messages/fr.json'
import { type Counts, checkCounts } from './count-check'
import { CountNote } from './count-note'

afterEach(cleanup)

const BASE: Counts = {
  expected: 96,
  expectedAt: '2026-04-22T08:41:00Z',
  actual: 94,
  actualAt: '2026-04-22T08:42:10Z',
  aggregate: 94,
}

function note(change: Partial<Counts> = {}, locale: 'en' | 'fr' = 'en'): string | null {
  let refreshed = 0
  const { container } = render(
    <NextIntlClientProvider locale={locale} messages={locale === 'en' ? en : fr} timeZone="UTC">
      <CountNote counts={{ ...BASE, ...change }} zone="Europe/Paris" today="2026-04-22" onRefresh={() => refreshed++} />
    </NextIntlClientProvider>,
  )
  const button = screen.queryByRole('button')
  if (button) {
    fireEvent.click(button)
    expect(refreshed).toBe(1)
  }
  return container.textContent || null
}

describe('the note beside a count', () => {
  it.each<[string, Partial<Counts>]>([
    ['equal counts', { actual: 96, aggregate: 96 }],
    ['an equal count, whatever Allo adds up', { actual: 96, aggregate: 90 }],
    ['a number that no mark shows', { expected: null }],
    ['a list that is not complete', { actual: null }],
    ['a list that has not arrived', { actual: null, actualAt: null }],
    ['nothing on both sides', { expected: 0, actual: 0, aggregate: 0 }],
  ])('says nothing for %s', (_, change) => {
    expect(note(change)).toBeNull()
  })

  it('tells both counts with their times, and which is newer', () => {
    expect(note()).toBe(
      'The chart counted 96 at 10:41, the list holds 94 at 10:42 and is newer: calls and tags arrive late. ',
    )
  })

  it('offers to ask again where the list is the older one', () => {
    expect(note({ actualAt: '2026-04-22T08:30:00Z' })).toBe(
      'The chart counted 96 at 10:41, the list holds 94 at 10:30 and is older: calls and tags arrive late. Refresh the list',
    )
  })

  it('tells the day of another day, and groups thousands', () => {
    expect(note({ expected: 6412, actual: 6409, aggregate: 6409, expectedAt: '2026-04-21T21:59:00Z' })).toContain(
      'The chart counted 6,412 at Apr 21, 23:59, the list holds 6,409 at 10:42',
    )
  })

  it('blames neither age nor lateness where Allo contradicts itself', () => {
    expect(note({ aggregate: 96 })).toBe(
      'Allo counts 96 of these calls but lists 94 (both at 10:42). The difference is Allo’s own. ',
    )
  })

  it('speaks French', () => {
    expect(note({}, 'fr')).toContain(
      'Le graphique en comptait 96 (10:41), la liste en contient 94 (10:42, plus récent)',
    )
  })
})

it('calls two counts of one moment neither newer nor older', () => {
  expect(checkCounts({ ...BASE, actualAt: BASE.expectedAt })).toMatchObject({ kind: 'moved', newer: 'neither' })
})
