import { quantile } from './stats.mjs'
import { ask, counts, resetCounts } from './world.mjs'

const PEOPLE = 50
/** Questions a view asks (the period and its comparison), and questions a second that Callboard allows itself. */
const QUESTIONS = 2
const PER_SECOND = 4
const DAY = 86_400_000

/** Views that share no question: periods of different lengths that end on one day, each with its previous period. */
function views() {
  const iso = date => new Date(date).toISOString().slice(0, 10)
  const end = Date.now() - 7 * DAY
  return Array.from({ length: PEOPLE }, (_, index) => `?period=${iso(end - (index + 5) * DAY)}..${iso(end)}`)
}

/** Fifty people ask for fifty views at once; Allo lets only a few questions through each second. */
export async function measureBurst(world) {
  await resetCounts(world)
  const answers = await Promise.all(views().map(search => ask(world, search)))
  const { analytics, refused, busiest } = await counts(world)
  const status = wanted => answers.filter(wanted).length
  const p95 = quantile(
    answers.map(({ milliseconds }) => milliseconds / 1000),
    0.95,
  )
  const arithmetic = (Math.ceil(PEOPLE * 0.95) * QUESTIONS) / PER_SECOND
  return [
    {
      what: `${PEOPLE} distinct views at once: failed requests`,
      value: status(one => one.status !== 200),
      unit: '',
      goal: { atMost: 0 },
    },
    { what: '  429 passed on', value: status(one => one.status === 429), unit: '', goal: { atMost: 0 } },
    { what: `  p95 wait (arithmetic: ${arithmetic} s)`, value: p95, unit: 's' },
    { what: `  429 from Allo, of ${analytics} calls`, value: refused, unit: '' },
    { what: '  calls in the busiest second (Allo allows 5)', value: busiest, unit: '', goal: { atMost: 5 } },
  ]
}
