import { expect, it } from 'vitest'
import { atMost } from './at-most'

/** Work that ends when it is told to, and what has begun so far. */
function bench() {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const fails = new Map<string, (why: Error) => void>()
  const work = (name: string) => () =>
    new Promise<string>((resolve, reject) => {
      begun.push(name)
      ends.set(name, () => resolve(name))
      fails.set(name, reject)
    })
  return { begun, ends, fails, work }
}

const signal = new AbortController().signal
/** Everything that is ready to run has run. */
const settled = () => new Promise(done => setImmediate(done))

it('runs two at once and the others in their order, also after a failure', async () => {
  const { begun, ends, fails, work } = bench()
  const few = atMost(2)
  const all = ['a', 'b', 'c', 'd'].map(name => few(signal, work(name)))
  const outcome = Promise.allSettled(all)
  await settled()
  expect(begun).toEqual(['a', 'b'])
  fails.get('b')?.(new Error('no'))
  await settled()
  expect(begun).toEqual(['a', 'b', 'c'])
  ends.get('c')?.()
  await settled()
  expect(begun).toEqual(['a', 'b', 'c', 'd'])
  ends.get('a')?.()
  ends.get('d')?.()
  expect((await outcome).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
})

it('never begins what was given up while it waited, and lets the next one in', async () => {
  const { begun, ends, work } = bench()
  const few = atMost(1)
  const gone = new AbortController()
  const first = few(signal, work('a'))
  const second = few(gone.signal, work('b'))
  const third = few(signal, work('c'))
  gone.abort(new Error('left'))
  await expect(second).rejects.toThrow('left')
  await expect(few(gone.signal, work('e'))).rejects.toThrow('left')
  ends.get('a')?.()
  await first
  await settled()
  ends.get('c')?.()
  expect(await third).toBe('c')
  expect(begun).toEqual(['a', 'c'])
})
