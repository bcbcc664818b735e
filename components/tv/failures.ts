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
