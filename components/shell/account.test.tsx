import { expect, test } from 'vitest'
import { initialsOf } from './account'

test.each([
  ['Maya Reyes', 'MR'],
  ['Ana Lucía Paz', 'AP'],
  ['  inès  ', 'I'],
  ['🎉 Party', '🎉P'],
  ['', 'M'],
])('%j: %s', (name, initials) => {
  expect(initialsOf({ name, email: 'maya@callboard.example' })).toBe(initials)
})
