import { createTranslator } from 'next-intl'
import { expect, test } from 'vitest'
import en from '@/lib/i18n/messages/en.json'
import fr from '@/lib/i18n/messages/fr.json'
import type { SummaryFact } from './document'
import { againstWords, reviewName, reviewTitle, summaryPhrases, summarySentences } from './words'

const english = createTranslator({ locale: 'en', messages: en, namespace: 'reviews' })
const french = createTranslator({ locale: 'fr', messages: fr, namespace: 'reviews' })
const WEEK_15 = { from: '2026-04-06', to: '2026-04-12' }
const plain = (text: string | undefined) => text?.replace(/\s/g, ' ')

function both(fact: SummaryFact, comparedWith: typeof WEEK_15 | null = WEEK_15) {
  return [
    plain(summarySentences(english, 'en', [fact], comparedWith)[0]),
    plain(summarySentences(french, 'fr', [fact], comparedWith)[0]),
  ]
}

test.each<[SummaryFact, string, string]>([
  [
    { kind: 'dials', count: 1604, by: 0.08 },
    'The team made 1,604 dials, 8.0% more than week 15.',
    'L’équipe a passé 1 604 appels, 8,0 % de plus que la semaine 15.',
  ],
  [
    { kind: 'dials', count: 1, by: -0.5 },
    'The team made 1 dial, 50% fewer than week 15.',
    'L’équipe a passé 1 appel, 50 % de moins que la semaine 15.',
  ],
  [
    { kind: 'dials', count: 12, by: 0 },
    'The team made 12 dials, as many as week 15.',
    'L’équipe a passé 12 appels, autant que la semaine 15.',
  ],
  [{ kind: 'dials', count: 12, by: null }, 'The team made 12 dials.', 'L’équipe a passé 12 appels.'],
  [
    { kind: 'conversions', count: 38, change: 'noise', by: 0.22 },
    'It won 38 conversions; the difference to week 15 is within noise.',
    'Elle a obtenu 38 conversions ; l’écart avec la semaine 15 est dans le bruit.',
  ],
  [
    { kind: 'conversions', count: 38, change: 'fewer', by: -0.3 },
    'It won 38 conversions, 30% fewer than week 15: more than chance.',
    'Elle a obtenu 38 conversions, 30 % de moins que la semaine 15 : plus que le hasard.',
  ],
  [
    { kind: 'conversions', count: 8, change: 'more', by: null },
    'It won 8 conversions, where there were none before.',
    'Elle a obtenu 8 conversions, alors qu’il n’y en avait aucune avant.',
  ],
  [
    { kind: 'rate', stage: 'connected', by: 0.0429 },
    'The connection rate rose by 4.3 points.',
    'Le taux de décroché a augmenté de 4,3 points.',
  ],
  // French counts in the plural from 2 on, as it is written.
  [
    { kind: 'rate', stage: 'connected', by: -0.0194 },
    'The connection rate fell by 1.9 points.',
    'Le taux de décroché a baissé de 1,9 point.',
  ],
  [
    { kind: 'pickup', part: 'morning', by: 0.0196 },
    'Pick-up rose in the mornings, by 2.0 points.',
    'On a davantage décroché le matin, de 2,0 points.',
  ],
  [
    { kind: 'count', stage: 'conversations', by: -0.21 },
    'There were 21% fewer conversations.',
    '21 % de conversations en moins.',
  ],
  [
    { kind: 'short', workingDays: 4, workingDaysBefore: 5, holidays: [{ date: '2026-04-06', name: 'Easter Monday' }] },
    '4 working days, 5 in the period before (Easter Monday, Apr 6).',
    '4 jours ouvrés, contre 5 dans la période précédente (Easter Monday, 6 avr.).',
  ],
  [{ kind: 'out', names: ['Tom', 'Leo'] }, 'Tom and Leo were out: no dials.', 'Tom et Leo n’ont passé aucun appel.'],
  [
    { kind: 'driver', factor: 'conversation', by: -4.7571 },
    'Most of it comes from fewer conversations per connected call (−4.8).',
    'L’essentiel vient de moins de conversations par décroché (−4,8).',
  ],
])('%j', (fact, inEnglish, inFrench) => {
  expect(both(fact)).toEqual([inEnglish, inFrench])
})

test('without a comparison nothing is compared', () => {
  expect(both({ kind: 'dials', count: 12, by: 0.5 }, null)[0]).toBe('The team made 12 dials.')
  expect(both({ kind: 'conversions', count: 3, change: 'noise', by: 0.5 }, null)[0]).toBe('It won 3 conversions.')
})

test('figures are strong, and the pieces make the sentence', () => {
  const [phrases] = summaryPhrases(english, 'en', [{ kind: 'dials', count: 1604, by: 0.08 }], WEEK_15)
  expect(phrases?.filter(({ strong }) => strong).map(({ text }) => text)).toEqual(['1,604 dials', '8.0% more'])
  expect(phrases?.map(({ text }) => text).join('')).toBe('The team made 1,604 dials, 8.0% more than week 15.')
})

test('a name of somebody cannot make anything strong', () => {
  const [phrases] = summaryPhrases(english, 'en', [{ kind: 'out', names: ['<b>Tom</b> {count}'] }], null)
  expect(phrases).toEqual([
    { text: '<b>Tom</b> {count}', strong: true },
    { text: ' was out: no dials.', strong: false },
  ])
})

test('names, titles, and what a review is compared with', () => {
  const week = { kind: 'week', key: '2026-W16' } as const
  const range = { from: '2026-04-13', to: '2026-04-19' }
  expect(reviewName(english, 'en', week)).toBe('Week 16')
  expect(reviewName(english, 'en', week, '2027-01-05')).toBe('Week 16, 2026')
  expect(reviewName(french, 'fr', { kind: 'month', key: '2026-04' })).toBe('avril 2026')
  expect(reviewTitle(english, 'en', { subject: week, range }, '2026-04-20')).toBe('Week 16, April 13 – 19')
  expect(reviewTitle(french, 'fr', { subject: week, range }, '2026-04-20')).toBe('Semaine 16, 13 – 19 avril')
  // Its numbers end today; the week does not.
  const running = { from: '2026-04-13', to: '2026-04-14' }
  expect(reviewTitle(english, 'en', { subject: week, range: running }, '2026-04-14')).toBe('Week 16, April 13 – 19')
  const newYear = {
    subject: { kind: 'week', key: '2026-W01' } as const,
    range: { from: '2025-12-29', to: '2026-01-04' },
  }
  expect(reviewTitle(english, 'en', newYear, '2026-01-05')).toBe('Week 1, December 29, 2025 – January 4, 2026')
  expect(againstWords(english, 'en', { from: '2026-03-01', to: '2026-03-31' })).toBe('March 2026')
  expect(againstWords(english, 'en', { from: '2026-03-02', to: '2026-03-10' })).toBe('Mar 2 – Mar 10')
  expect(againstWords(english, 'en', null)).toBe('')
})
