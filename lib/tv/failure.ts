/** Failures about which Allo can do nothing. */
const OWN = new Set(['FORBIDDEN', 'NOT_FOUND', 'STORAGE_DOWN', 'INTERNAL'])

/** Whether a scene failed because of us, and not because Allo does not answer. */
export function isOwnFailure(code: string): boolean {
  return OWN.has(code)
}
