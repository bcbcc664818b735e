/** A piece of a note's text: plain, or the name of somebody who is meant (`@Name`). */
export interface Piece {
  text: string
  mention: boolean
}

/** Finds `@Name` of known people in a text, longest names first, so that "@Ana Lucía" is not only "@Ana". Case is ignored. */
export function findMentions(text: string, names: readonly string[]): Piece[] {
  const known = [...names].filter(name => name !== '').sort((one, other) => other.length - one.length)
  if (known.length === 0) return [{ text, mention: false }]
  const escaped = known.map(name => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  return text
    .split(new RegExp(`(@(?:${escaped})(?![\\p{L}\\p{N}]))`, 'giu'))
    .map((piece, place) => ({ text: piece, mention: place % 2 === 1 }))
    .filter(({ text: each }) => each !== '')
}
