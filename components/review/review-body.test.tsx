// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { afterEach, expect, test } from 'vitest'
import { renderInEnglish } from '@/components/charts/in-english'
import { SECTIONS } from '@/lib/report/review/document'
import { callOf, documentOf, peopleOf } from '@/lib/report/review/review-fixture'
import type { ReviewWritings } from '@/lib/report/review/writings'
import { ReviewBody, type ReviewBodyProps } from './review-body'

afterEach(cleanup)

const ROUTER = {
  bfcacheId: '',
  back: () => undefined,
  forward: () => undefined,
  refresh: () => undefined,
  push: () => undefined,
  replace: () => undefined,
  prefetch: () => undefined,
}

function show(props: Omit<ReviewBodyProps, 'document'>) {
  renderInEnglish(
    <AppRouterContext value={ROUTER}>
      <ReviewBody document={review} {...props} />
    </AppRouterContext>,
  )
}

const review = documentOf({
  people: peopleOf(3),
  calls: [
    callOf({ id: 'open' }),
    callOf({ id: 'shut', contactNumber: null, contact: null, summary: null, user: null }),
  ],
})

const writings: ReviewWritings = {
  notes: [
    {
      id: 'not_1',
      section: 'people',
      body: '**Ask** @Person 2, <script>alert(1)</script> [here](https://example.com) or [there](javascript:alert(1)) ![x](https://example.com/x.png)',
      version: 1,
      author: 'Maya',
      createdAt: '2026-04-20T06:10:00Z',
      editedAt: null,
      editedBy: null,
      mine: false,
    },
  ],
  commitments: [],
  calls: [],
}

test('shows the chosen sections only, in the order of the page', () => {
  show({ sections: ['people', 'funnel'], writings: null, doors: false })
  expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
    'Funnel',
    'People',
  ])
  expect(screen.queryAllByRole('link')).toEqual([])
})

test('numbers are doors to the calls of the same days and tags', () => {
  show({ sections: ['funnel'], writings: null, doors: true })
  expect(screen.getByRole('link', { name: /^Connected: 471/ }).getAttribute('href')).toBe(
    '/outbound?period=2026-04-13..2026-04-19&compare=2026-04-06..2026-04-12&tags=meeting_booked&stage=connected',
  )
})

test('a note runs nothing: no markup of its own, no pictures, links to the web only; people are set apart', () => {
  show({ sections: SECTIONS, writings: writings, doors: false })
  const note = screen.getByRole('article', { name: 'Note by Maya' })
  expect(note.querySelector('script, img')).toBeNull()
  expect(within(note).getByRole('link', { name: 'here' }).getAttribute('href')).toBe('https://example.com')
  expect([...note.querySelectorAll('a')].every(link => !link.href.startsWith('javascript'))).toBe(true)
  expect(note.querySelector('[data-mention]')?.textContent).toBe('@Person 2')
})

test('a call that its reader may not open is a call and nothing more', () => {
  show({ sections: ['calls'], writings: null, doors: false })
  const [open, shut] = screen.getAllByRole('listitem')
  expect(open?.textContent).toContain('Ada Lemoine, Lemoine & fils')
  expect(shut?.textContent).toMatch(/^A call/)
})
