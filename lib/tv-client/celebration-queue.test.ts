import { describe, expect, it } from 'vitest'
import { celebrationQueue } from './celebration-queue'

const moment = (seq: number, callId: string, html: string | null = `<b>${callId}</b>`) => ({
  seq,
  callId,
  html,
  seconds: 8,
  withSound: false,
})

describe('celebrations', () => {
  it('come one after the other, each once', () => {
    const queue = celebrationQueue(3)
    queue.take(moment(4, 'one'))
    queue.take(moment(5, 'two'))
    // Again after a reconnection, and again under another number.
    queue.take(moment(5, 'two'))
    queue.take(moment(6, 'one'))
    expect(queue.next()?.callId).toBe('one')
    expect(queue.next()?.callId).toBe('two')
    expect(queue.next()).toBeNull()
    expect(queue.seq()).toBe(6)
  })

  it('of before are passed over', () => {
    const queue = celebrationQueue(7)
    queue.take(moment(7, 'old'))
    expect(queue.next()).toBeNull()
    expect(queue.seq()).toBe(7)
  })

  it('go quietly when they are withdrawn while they wait', () => {
    const queue = celebrationQueue(0)
    queue.take(moment(1, 'one'))
    queue.take(moment(2, 'two'))
    expect(queue.take(moment(3, 'two', null))).toBeNull()
    expect(queue.next()?.callId).toBe('one')
    expect(queue.next()).toBeNull()
  })

  it('leave the screen when they are withdrawn while they show, and only then', () => {
    const queue = celebrationQueue(0)
    queue.take(moment(1, 'one'))
    queue.next()
    expect(queue.take(moment(2, 'another', null))).toBeNull()
    expect(queue.take(moment(3, 'one', null))).toBe('one')
  })

  it('that pile up are no news: the last five are left', () => {
    const queue = celebrationQueue(0)
    for (let seq = 1; seq <= 40; seq += 1) queue.take(moment(seq, `call ${seq}`))
    const shown = Array.from({ length: 6 }, () => queue.next()?.callId ?? null)
    expect(shown).toEqual(['call 36', 'call 37', 'call 38', 'call 39', 'call 40', null])
  })
})
