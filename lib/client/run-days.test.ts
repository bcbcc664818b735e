import { describe, expect, it } from 'vitest'
import { CallboardError } from '@/lib/errors'
import type { DayCallsAnswer } from '@/lib/report/drilldown'
import { runDays } from './run-days'

const DAYS = ['d1', 'd2', 'd3', 'd4', 'd5']

/** Questions that are answered by hand, so that the order of things is the test's. */
function setUp(limit: number) {
  const open = new Map<string, PromiseWithResolvers<DayCallsAnswer>>()
  const asked: string[] = []
  const answered: string[] = []
  const failures: CallboardError[] = []
  const stop = new AbortController()
  const done = runDays({
    days: DAYS,
    limit,
    ask(day) {
      asked.push(day)
      const question = resolvers<DayCallsAnswer>()
      open.set(day, question)
      return question.promise
    },
    onAnswer: answer => answered.push(answer.date),
    onFailure: error => failures.push(error),
    signal: stop.signal,
  })
  const answer = async (day: string) => {
    open.get(day)?.resolve({ date: day, rows: [], fetchedAt: '' })
    await turns()
  }
  const fail = async (day: string, thrown: unknown) => {
    open.get(day)?.reject(thrown)
    await turns()
  }
  return { asked, answered, failures, stop, done, answer, fail }
}

interface PromiseWithResolvers<T> {
  promise: Promise<T>
  resolve: (value: T) => void
  reject: (reason: unknown) => void
}

function resolvers<T>(): PromiseWithResolvers<T> {
  let resolve: (value: T) => void = () => undefined
  let reject: (reason: unknown) => void = () => undefined
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}

/** Lets everything that was settled run its course. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
}

describe('asking day by day', () => {
  it('keeps to the limit and to the order', async () => {
    const run = setUp(2)
    expect(run.asked).toEqual(['d1', 'd2'])
    await run.answer('d2')
    expect(run.asked).toEqual(['d1', 'd2', 'd3'])
    for (const day of ['d1', 'd3', 'd4', 'd5']) await run.answer(day)
    await run.done
    expect(run.answered).toEqual(['d2', 'd1', 'd3', 'd4', 'd5'])
  })

  it('asks nothing more once it is stopped, and drops what arrives then', async () => {
    const run = setUp(2)
    await run.answer('d1')
    run.stop.abort()
    await run.answer('d2')
    await run.fail('d3', new Error('aborted'))
    await run.done
    expect(run.asked).toEqual(['d1', 'd2', 'd3'])
    expect(run.answered).toEqual(['d1'])
    expect(run.failures).toEqual([])
  })

  it('stops at the first failure and tells of it once', async () => {
    const run = setUp(2)
    await run.fail('d1', new CallboardError('ALLO_TIMEOUT', ''))
    await run.fail('d2', new CallboardError('OFFLINE', ''))
    await run.done
    expect(run.asked).toEqual(['d1', 'd2'])
    expect(run.failures.map(error => error.code)).toEqual(['ALLO_TIMEOUT'])
  })

  it('takes the answer that was under way when another failed', async () => {
    const run = setUp(2)
    await run.fail('d1', new CallboardError('ALLO_TIMEOUT', ''))
    await run.answer('d2')
    await run.done
    expect(run.answered).toEqual(['d2'])
    expect(run.asked).toEqual(['d1', 'd2'])
  })
})
