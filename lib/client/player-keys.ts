/** What can be done with a recording by a single key. */
export interface Playable {
  toggle(): void
  skip(seconds: number): void
  seekShare(share: number): void
  changeSpeed(by: 1 | -1): void
}

/** Seconds that a step goes back or ahead. */
export const STEP = 10

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey'>

/**
 * What a key does to a recording: space and k play and pause, j and l step back and ahead, `<` and `>` (or `,` and `.`)
 * change the speed, a digit goes to that tenth. null for any other key.
 *
 * @param arrows whether ← and → step too: only where they mean nothing else
 */
export function playerAction(event: KeyPress, arrows: boolean): ((player: Playable) => void) | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null
  // On a French keyboard digits need Shift; `code` finds the key where the digit is printed.
  const digit = /^\d$/.test(event.key) ? event.key : /^Digit(\d)$/.exec(event.code)?.[1]
  if (digit !== undefined) return player => player.seekShare(Number(digit) / 10)
  switch (event.key.toLowerCase()) {
    case ' ':
    case 'k':
      return player => player.toggle()
    case 'j':
      return player => player.skip(-STEP)
    case 'l':
      return player => player.skip(STEP)
    case 'arrowleft':
      return arrows ? player => player.skip(-STEP) : null
    case 'arrowright':
      return arrows ? player => player.skip(STEP) : null
    case '<':
    case ',':
      return player => player.changeSpeed(-1)
    case '>':
    case '.':
      return player => player.changeSpeed(1)
    default:
      return null
  }
}
