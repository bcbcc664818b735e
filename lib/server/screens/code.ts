import 'server-only'
import { randomInt } from 'node:crypto'

/** Letters and digits that nobody takes for one another, read from across a room: no 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
const ALPHABET = '34679ACDEFGHJKMNPQRTWXY'
const LENGTH = 6

/** A new code for a screen that waits: one of 148 million. */
export function newCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}

/** What somebody typed, as codes are written: in capitals, without the spaces and dashes that people put between. */
export function readCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s\p{Pd}]/gu, '')
}
