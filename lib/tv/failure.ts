/** Failures about which Allo can do nothing. */
const OWN = new Set(['FORBIDDEN', 'NOT_FOUND', 'STORAGE_DOWN', 'INTERNAL'])

/** Whether a scene failed because of us, and not because Allo does not answer. */
export function isOwnFailure(code: string): boolean {
  return OWN.has(code)
}

/** Failures that last until somebody acts: Allo knows us and says no. */
const REFUSALS = new Set([
  'ALLO_KEY_INVALID',
  'ALLO_KEY_REVOKED',
  'ALLO_TRIAL_PLAN',
  'ALLO_SCOPE_MISSING',
  'ALLO_QUOTA_EXCEEDED',
])

/** Whether Allo answered and refused; otherwise it did not answer. */
export function isRefusal(code: string): boolean {
  return REFUSALS.has(code)
}
