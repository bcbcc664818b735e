const SIGN = 'data-alive'

/** Leaves a sign of life, once a second, for whatever looks after this page from outside. */
export function showAlive(): void {
  document.documentElement.setAttribute(SIGN, '1')
}

/** Whether a sign of life was left since the last time; takes it away. */
export function takeAlive(): boolean {
  const was = document.documentElement.hasAttribute(SIGN)
  document.documentElement.removeAttribute(SIGN)
  return was
}
