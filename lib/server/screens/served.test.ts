import { expect, it } from 'vitest'
import { firstShow } from '@/lib/tv/show'
import { lastServed, noteServed } from './served'

const AT = Date.parse('2026-04-23T12:32:00Z')

it('remembers of each show how old its numbers were when it was last drawn', () => {
  const show = firstShow('en')
  const screen = { show, reports: ['?period=today'] }
  expect(lastServed(screen)).toBeNull()
  noteServed(screen, AT)
  noteServed(screen, AT + 60_000)
  expect(lastServed({ show: firstShow('en'), reports: ['?period=today'] })?.getTime()).toBe(AT + 60_000)
  // May not read the same, or shows something else: other numbers.
  expect(lastServed({ show, reports: [] })).toBeNull()
  expect(lastServed({ show: { ...show, theme: 'light' }, reports: screen.reports })).toBeNull()
  // A night off: nothing hangs there any more.
  noteServed(screen, null)
  expect(lastServed(screen)).toBeNull()
})
