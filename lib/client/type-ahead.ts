let typed: string | null = null

function keep(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.isComposing || typed === null) return
  if (event.key === 'Backspace') typed = typed.slice(0, -1)
  else if (event.key.length === 1) typed += event.key
  else return
  event.preventDefault()
  // Neither are they keys of the page meanwhile.
  event.stopImmediatePropagation()
}

/** From now on keeps what is typed, for a field whose code is still on its way. */
export function startTyping(): void {
  if (typed === null) window.addEventListener('keydown', keep, true)
  typed = ''
}

/** What was typed since. */
export function readTyped(): string {
  return typed ?? ''
}

/** The field is here and has the focus, or will not come. */
export function stopTyping(): void {
  typed = null
  window.removeEventListener('keydown', keep, true)
}
