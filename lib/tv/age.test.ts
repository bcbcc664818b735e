import { expect, test } from 'vitest'
import en from '@/lib/i18n/messages/en.json'
import { ageText } from './age'

const NOW = Date.parse('2026-04-23T12:32:00Z')
const MINUTE = 60_000

interface Case {
  /** Minutes; null for never. */
  age: number | null
  /** Minutes; left out for what an old server sends. */
  every?: number
  isFailing?: boolean
  isRefused?: boolean
  isOffline?: boolean
  hasNumbers?: boolean
}

test.each<[Case, string, string]>([
  [{ age: 1 / 3 }, 'Updated 20\u00a0s ago', 'fresh'],
  [{ age: 4.9 }, 'Updated 4\u00a0min ago', 'fresh'],
  [{ age: 5 }, 'Updated 5\u00a0min ago', 'amber'],
  [{ age: 30 }, 'Updated 30\u00a0min ago', 'red'],
  // Days that are over are asked for every ten minutes: only what is missed is late.
  [{ age: 14.9, every: 10 }, 'Updated 14\u00a0min ago', 'fresh'],
  [{ age: 15, every: 10 }, 'Updated 15\u00a0min ago', 'amber'],
  [{ age: 30, every: 10 }, 'Updated 30\u00a0min ago', 'red'],
  [{ age: 5, every: 0.5 }, 'Updated 5\u00a0min ago', 'amber'],
  [{ age: 1, every: 10, isFailing: true }, 'Allo does not answer: numbers of 14:31', 'amber'],
  [{ age: 1, isFailing: true, isRefused: true }, 'Allo refuses our key: numbers of 14:31', 'amber'],
  [{ age: null, isFailing: true, isRefused: true }, 'Allo refuses our key', 'red'],
  [{ age: 1, isOffline: true, isFailing: true, isRefused: true }, 'We are offline: numbers of 14:31', 'amber'],
  [{ age: -1 }, 'Updated 0\u00a0s ago', 'fresh'],
  [{ age: 1, isFailing: true }, 'Allo does not answer: numbers of 14:31', 'amber'],
  [{ age: 40, isFailing: true }, 'Allo does not answer: numbers of 13:52', 'red'],
  [{ age: 1, isOffline: true }, 'We are offline: numbers of 14:31', 'amber'],
  // Who is offline cannot tell how Allo is.
  [{ age: 1, isOffline: true, isFailing: true }, 'We are offline: numbers of 14:31', 'amber'],
  [{ age: 24 * 60, isOffline: true }, 'We are offline: numbers of Apr 22, 14:32', 'red'],
  [{ age: null }, 'Waiting for the first numbers', 'fresh'],
  [{ age: null, isFailing: true }, 'Allo does not answer', 'red'],
  [{ age: null, isOffline: true }, 'We are offline', 'red'],
  // A wall of words waits for nothing.
  [{ age: null, hasNumbers: false }, '', 'fresh'],
  [{ age: null, hasNumbers: false, isOffline: true }, 'We are offline', 'red'],
])('%o', ({ age, every, isFailing = false, isRefused, isOffline = false, hasNumbers }, text, tone) => {
  const fetchedAt = age === null ? null : NOW - age * MINUTE
  const message = {
    fetchedAt,
    hasNumbers,
    every: every && every * MINUTE,
    isFailing,
    isRefused,
    zone: 'Europe/Paris',
    language: 'en' as const,
  }
  expect(ageText(message, NOW, isOffline, en.tv.age)).toEqual({ text, tone })
})

test('a refusal is told in the words that a document from before has', () => {
  const { refused: _, refusedNever: __, ...before } = en.tv.age
  const message = { fetchedAt: null, isFailing: true, isRefused: true, zone: 'Europe/Paris', language: 'en' as const }
  expect(ageText(message, NOW, false, before).text).toBe('Allo does not answer')
  expect(ageText({ ...message, fetchedAt: NOW - MINUTE }, NOW, false, before).text).toContain('Allo does not answer')
})
