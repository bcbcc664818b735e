// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import messages from '@/lib/i18n/messages/en.json'
import type { Directory } from '@/lib/report/directory'
import FilterTagsPanel from './filter-tags-panel'

const DIRECTORY: Directory = {
  team: null,
  people: [],
  lines: [],
  tags: [
    { key: 'demo', name: 'Demo', color: null },
    { key: 'booked', name: 'Meeting booked', color: '#00aa00' },
  ],
  missingScopes: [],
}

const SETS = [
  { name: 'Meetings', tags: ['booked'] },
  { name: 'Demos', tags: ['booked', 'demo'] },
]

afterEach(cleanup)

function show(start: string[] | null, sets = SETS) {
  function Host() {
    const [tags, setTags] = useState(start)
    return (
      <>
        <output>{JSON.stringify(tags)}</output>
        <FilterTagsPanel
          tags={tags}
          defaults={sets[0]?.tags ?? []}
          sets={sets}
          directory={DIRECTORY}
          onChange={setTags}
          onDone={() => undefined}
        />
      </>
    )
  }
  render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <Host />
    </NextIntlClientProvider>,
  )
}

const tags = () => JSON.parse(screen.getAllByRole('status')[0]?.textContent ?? '')

test('one click chooses a set by its name, and the default set is no choice of tags at all', () => {
  show(null)
  const [usual, demos] = [
    screen.getByRole('radio', { name: /^Meetings/ }),
    screen.getByRole('radio', { name: /^Demos/ }),
  ]
  expect(screen.getByText('Workspace default: Meeting booked')).toBeTruthy()
  fireEvent.click(demos)
  expect(tags()).toEqual(['booked', 'demo'])
  expect(screen.getAllByRole<HTMLInputElement>('checkbox').map(box => box.checked)).toEqual([true, true])
  fireEvent.click(usual)
  expect(tags()).toBeNull()
})

test('tags that are a set are known as it, however they were chosen', () => {
  show(['demo'])
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /^Demos/ }).checked).toBe(false)
  fireEvent.click(screen.getByRole('checkbox', { name: /Meeting booked/ }))
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /^Demos/ }).checked).toBe(true)
})

test('a workspace without sets says that no tag is configured', () => {
  show(null, [])
  expect(screen.getByText('No tag is configured')).toBeTruthy()
  expect(screen.getAllByRole('radio')).toHaveLength(2)
})
