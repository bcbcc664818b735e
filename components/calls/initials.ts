/** Made once: making one takes longer than all else about a row of a list. */
const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The first letter of a word as its readers count letters, so that emoji and accents stay whole. */
function firstLetter(word: string): string {
  const [first] = GRAPHEMES.segment(word)
  return first?.segment ?? ''
}

/** Up to two letters for an avatar: of the first and the last word of a name; '' for a blank one. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return [first, last]
    .map(word => (word ? firstLetter(word) : ''))
    .join('')
    .toUpperCase()
}
