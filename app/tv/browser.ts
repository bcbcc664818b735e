/** The oldest browsers that run our script as the framework's own pages would run: what Next supports. */
const OLDEST = [
  { name: /Chrom(?:e|ium)\/(\d+)/, version: 111 },
  { name: /\bFirefox\/(\d+)/, version: 111 },
  // Safari names its own version apart; every Chromium calls itself a Safari too and is found above.
  { name: /\bVersion\/(\d+(?:\.\d+)?)[^)]* Safari\//, version: 16.4 },
]

/**
 * Whether a browser gets pages without a script: one that is too old, and one that we do not know, such as many built into
 * televisions.
 */
export function needsPlain(userAgent: string | null): boolean {
  for (const { name, version } of OLDEST) {
    const [, found] = name.exec(userAgent ?? '') ?? []
    if (found !== undefined) return Number(found) < version
  }
  return true
}
