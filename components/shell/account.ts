/** Who is signed in, as the shell shows it. */
export interface Account {
  name: string
  email: string
}

/** One or two letters for the round mark: of the first and the last word of the name, else of the address. Whole characters, also beyond the basic plane. */
export function initialsOf({ name, email }: Account): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const picked = words.length > 1 ? [words[0], words.at(-1)] : [words[0] ?? email]
  return picked
    .map(word => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase('en')
}
