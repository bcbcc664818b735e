/** A pairing code as the screen shows it: whoever types it may use small letters, spaces and dashes. */
export function tidyCode(typed: string): string {
  return typed.replace(/[\s\p{Pd}]/gu, '').toUpperCase()
}
