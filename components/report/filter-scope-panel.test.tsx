// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import messages from '@/lib/i18n/messages/en.json'
import type { Directory } from '@/lib/report/directory'
import FilterScopePanel from './filter-scope-panel'
import type { Scope } from './scope'

const DIRECTORY: Directory = {
  team: null,
  people: [
    { id: 'usr_b', name: 'Blocked Bob', blocked: true },
    { id: 'usr_a', name: 'Inès Caron', blocked: false },
  ],
  lines: [{ number: '+33639981234', name: 'Paris', country: 'FR' }],
  tags: [],
  missingScopes: [],
}

afterEach(cleanup)

function show(start: Scope, directory: Directory | null = DIRECTORY) {
  function Host() {
    const [scope, setScope] = useState(start)
    return (
      <>
        <output>{JSON.stringify(scope)}</output>
        <FilterScopePanel scope={scope} directory={directory} onChange={setScope} onDone={() => undefined} />
      </>
    )
  }
  render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <Host />
    </NextIntlClientProvider>,
  )
}

const scope = () => JSON.parse(screen.getAllByRole('status')[0]?.textContent ?? '')

test('choosing a line clears the people, and says so before', () => {
  show({ people: ['usr_a'], lines: [] })
  fireEvent.click(screen.getByRole('tab', { name: /Lines/ }))
  expect(screen.getByText(/choosing a line clears the people/)).toBeTruthy()
  fireEvent.click(screen.getByRole('checkbox', { name: /Paris/ }))
  expect(scope()).toEqual({ people: [], lines: ['+33639981234'] })
})

test('active people come first, and accents do not hinder the search', () => {
  show({ people: [], lines: [] })
  expect(screen.getAllByRole('checkbox')[0]?.closest('label')?.textContent).toBe('Inès Caron')
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'ines' } })
  expect(screen.getAllByRole('checkbox')).toHaveLength(1)
})

test('somebody chosen whom the directory does not know can be unticked', () => {
  show({ people: ['usr_gone'], lines: [] })
  fireEvent.click(screen.getByRole('checkbox', { name: /usr_gone/ }))
  expect(scope()).toEqual({ people: [], lines: [] })
})

test('a missing scope is named where people would stand', () => {
  show({ people: [], lines: [] }, { ...DIRECTORY, people: [], missingScopes: ['USERS_READ'] })
  expect(screen.getByText(/USERS_READ/)).toBeTruthy()
})
