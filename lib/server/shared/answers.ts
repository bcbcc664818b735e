import 'server-only'
import { z } from 'zod'
import { LOOK, RENEW, SETTLE } from './answer-scripts'
import type { Bus } from './bus'
import { failureToText, textToFailure } from './failure-text'
import { forgetKeys } from './forget-keys'
import type { RedisLink } from './redis-link'
import {
  ASK_ALONE,
  type Claim,
  type Forgotten,
  type Found,
  type Kept,
  type Search,
  type SharedAnswers,
} from './sharing'

/** A claim that is not renewed for so long is anybody's: its holder died. */
const LEASE = 5_000
const RENEW_EVERY = 1_500
/** Whoever waits for another's answer is told by the bus; this is for when the bus is silent. */
const LOOK_EVERY = 500
/** Longest wait for another instance's answer; then it is asked for here too. */
const LONGEST_WAIT = 90_000
/** Characters of an answer that is worth sharing; longer ones would hold up everything else on the connection. */
const LONGEST_ANSWER = 1_000_000
/** A failure is remembered beyond its pause, so that the next pause in a row is longer wherever it happens. */
const REMEMBERED = 60_000

const looked = z.union([
  z.tuple([z.enum(['fresh', 'old']), z.string()]),
  z.tuple([z.literal('failed'), z.string(), z.number()]),
  z.tuple([z.literal('ours'), z.string()]),
  z.tuple([z.literal('theirs')]),
])

/** The caller guarantees that one key always means one type of answer. Null for what is no answer of ours. */
function textToAnswer<T>(text: string): Kept<T> | null {
  const space = text.indexOf(' ')
  const fetchedAt = Number(text.slice(0, space))
  if (space < 1 || !Number.isSafeInteger(fetchedAt)) return null
  return { value: JSON.parse(text.slice(space + 1)), fetchedAt }
}

/** Answers to Allo's questions in Redis, where one instance asks and all read. */
export class RedisAnswers implements SharedAnswers {
  private readonly waiting = new Map<string, Set<() => void>>()
  private readonly listeners = new Set<(what: Forgotten) => void>()
  /** What was forgotten while Redis was away, to be said when it is back. */
  private readonly unsaid = new Map<string, Forgotten>()

  /** @param space names this cache among those of one key; `keepFor` is in milliseconds */
  constructor(
    private readonly link: RedisLink,
    private readonly bus: Bus,
    private readonly prefix: string,
    private readonly space: string,
    private readonly keepFor: number,
  ) {
    bus.on(message => {
      if (message.space !== space) return
      if ('settled' in message) for (const wake of this.waiting.get(message.settled) ?? []) wake()
      else for (const listener of this.listeners) listener(message.forget)
    })
    link.onChange(up => {
      if (!up) return this.wakeAll()
      for (const what of this.unsaid.values()) void this.forget(what)
    })
  }

  private wakeAll(): void {
    for (const wakes of this.waiting.values()) for (const wake of wakes) wake()
  }

  private name(kind: 'answer' | 'claim' | 'failure', key: string): string {
    return `${this.prefix}${this.space}:${kind}:${key}`
  }

  async find<T>(key: string, search: Search): Promise<Found<T>> {
    const deadline = performance.now() + LONGEST_WAIT
    while (performance.now() < deadline) {
      const token = crypto.randomUUID()
      const found = await this.look<T>(key, token, search)
      if (found) return found
      search.signal.throwIfAborted()
      await this.settled(key, search.signal)
      search.signal.throwIfAborted()
    }
    return ASK_ALONE
  }

  /** Null: another instance is asking. */
  private async look<T>(key: string, token: string, { freshFor, oldWillDo }: Search): Promise<Found<T> | null> {
    const keys = [this.name('answer', key), this.name('claim', key), this.name('failure', key)]
    const rest = [Date.now() - freshFor, token, LEASE, REMEMBERED, oldWillDo ? 1 : 0]
    const answer = await this.link.attempt(client => client.eval(LOOK, keys.length, ...keys, ...rest))
    if (!answer) return ASK_ALONE
    const reply = looked.parse(answer.value)
    switch (reply[0]) {
      case 'theirs':
        return null
      case 'ours':
        return { kind: 'ask', claim: this.claim(key, token), before: textToFailure(reply[1]) }
      case 'failed': {
        const failure = textToFailure(reply[1])
        return failure ? { kind: 'failed', failure, left: reply[2] } : ASK_ALONE
      }
      default: {
        const kept = textToAnswer<T>(reply[1])
        return kept ? { kind: 'answer', kept } : ASK_ALONE
      }
    }
  }

  private claim(key: string, token: string): Claim {
    const name = this.name('claim', key)
    const renewing = setInterval(() => {
      void this.link.attempt(client => client.eval(RENEW, 1, name, token, LEASE))
    }, RENEW_EVERY)
    renewing.unref()
    const message = JSON.stringify({ space: this.space, settled: key })
    const settle = (keys: string[], text: string, milliseconds: number) => {
      clearInterval(renewing)
      const rest = [token, text, Math.ceil(milliseconds), this.bus.channel, message]
      void this.link.attempt(client => client.eval(SETTLE, keys.length + 1, name, ...keys, ...rest))
    }
    const [answer, failed] = [this.name('answer', key), this.name('failure', key)]
    return {
      keep: ({ value, fetchedAt }) => {
        const text = `${fetchedAt} ${JSON.stringify(value)}`
        settle([answer, failed], text.length > LONGEST_ANSWER ? '' : text, this.keepFor)
      },
      // The last good answer stays.
      fail: failure => settle([failed], failureToText(failure), failure.pause + REMEMBERED),
      release: () => settle([answer], '', 0),
    }
  }

  /** Waits until another instance is done with a key, for a while, or until the signal fires. */
  private settled(key: string, signal: AbortSignal): Promise<void> {
    return new Promise(resolve => {
      const wakes = this.waiting.get(key) ?? new Set()
      this.waiting.set(key, wakes)
      const wake = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', wake)
        wakes.delete(wake)
        if (wakes.size === 0) this.waiting.delete(key)
        resolve()
      }
      const timer = setTimeout(wake, LOOK_EVERY)
      signal.addEventListener('abort', wake, { once: true })
      wakes.add(wake)
    })
  }

  onForget(listener: (what: Forgotten) => void): void {
    this.listeners.add(listener)
  }

  async forget(what: Forgotten): Promise<void> {
    const text = JSON.stringify(what)
    this.unsaid.set(text, what)
    // Claims first: whoever asked before now may then no longer write what it gets.
    for (const kind of ['claim', 'answer', 'failure'] as const) {
      if (!(await forgetKeys(this.link, this.name(kind, ''), what))) return
    }
    if (await this.bus.tellForgotten(this.space, what)) this.unsaid.delete(text)
  }
}
