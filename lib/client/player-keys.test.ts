import { describe, expect, it } from 'vitest'
import { type Playable, playerAction } from './player-keys'

function press(key: string, { code = '', arrows = false, ...held }: Partial<Press> = {}): string[] {
  const done: string[] = []
  const player: Playable = {
    toggle: () => done.push('toggle'),
    skip: seconds => done.push(`skip ${seconds}`),
    seekShare: share => done.push(`share ${share}`),
    changeSpeed: by => done.push(`speed ${by}`),
  }
  const event = { key, code, altKey: false, ctrlKey: false, metaKey: false, ...held }
  playerAction(event, arrows)?.(player)
  return done
}

interface Press {
  code: string
  arrows: boolean
  ctrlKey: boolean
  metaKey: boolean
}

describe('a single key', () => {
  it.each([
    [' ', 'toggle'],
    ['k', 'toggle'],
    ['K', 'toggle'],
    ['j', 'skip -10'],
    ['l', 'skip 10'],
    ['<', 'speed -1'],
    [',', 'speed -1'],
    ['>', 'speed 1'],
    ['.', 'speed 1'],
    ['0', 'share 0'],
    ['7', 'share 0.7'],
  ])('%j does %s', (key, expected) => {
    expect(press(key)).toEqual([expected])
  })

  it('is a digit where it is printed, also unshifted on a French keyboard', () => {
    expect(press('à', { code: 'Digit0' })).toEqual(['share 0'])
    expect(press('é', { code: 'Digit2' })).toEqual(['share 0.2'])
  })

  it('is an arrow only where arrows are the player’s', () => {
    expect(press('ArrowLeft')).toEqual([])
    expect(press('ArrowLeft', { arrows: true })).toEqual(['skip -10'])
    expect(press('ArrowRight', { arrows: true })).toEqual(['skip 10'])
  })

  it('means nothing with Ctrl or Command, and other keys mean nothing', () => {
    expect(press('k', { ctrlKey: true })).toEqual([])
    expect(press('l', { metaKey: true })).toEqual([])
    expect(press('Enter')).toEqual([])
    expect(press('x')).toEqual([])
  })
})
