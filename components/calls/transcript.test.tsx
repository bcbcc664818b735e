// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import { afterEach, describe, expect, it } from 'vitest'
import en from '@/lib/i18n/messages/en.json'
import type { TranscriptLine } from '@/lib/report/drilldown'
import { formatClock } from './clock'
import { initialsOf } from './initials'
import { Transcript } from './transcript'

afterEach(cleanup)
// jsdom lays nothing out and cannot scroll.
Element.prototype.scrollIntoView = () => {}

const LINES: TranscriptLine[] = [
  { speaker: 'us', at: 2, text: 'Hello' },
  { speaker: 'us', at: 4.5, text: 'Is this a good time?' },
  { speaker: 'them', at: 9, text: 'مرحبا' },
  { speaker: 'us', at: 61, text: 'Thank you' },
]

describe('the transcript', () => {
  function show(onSeek: ((seconds: number) => void) | null, current = -1) {
    render(
      <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
        <Transcript
          lines={LINES}
          names={{ us: 'Inès Caron', them: '+33 6 12 34 56 78' }}
          current={current}
          onSeek={onSeek}
          terms={[]}
        />
      </NextIntlClientProvider>,
    )
  }

  it('plays from a line and marks the one being said', () => {
    const sought: number[] = []
    show(seconds => sought.push(seconds), 1)
    fireEvent.click(screen.getByText('مرحبا'))
    expect(sought).toEqual([9])
    expect(screen.getByText('Is this a good time?').getAttribute('aria-current')).toBe('true')
    expect(screen.getAllByText('Inès Caron')).toHaveLength(2)
    expect(screen.getByText('1:01')).toBeTruthy()
  })

  it('is plain text without a recording', () => {
    show(null)
    expect(screen.queryAllByRole('button')).toEqual([])
    expect(screen.getByText('Thank you').closest('p, button')?.tagName).toBe('P')
  })
})

it.each([
  [0, '0:00'],
  [42.9, '0:42'],
  [372, '6:12'],
  [3723, '1:02:03'],
  [-3, '0:00'],
])('%s s on a player is %s', (seconds, text) => {
  expect(formatClock(seconds)).toBe(text)
})

it.each([
  ['Sarah Johnson', 'SJ'],
  ['Ana Lucía Paz', 'AP'],
  ['élodie', 'É'],
  ['  ', ''],
  ['👩‍👩‍👧 Family', '👩‍👩‍👧F'],
  ['محمد علي', 'مع'],
])('initials of %j are %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
