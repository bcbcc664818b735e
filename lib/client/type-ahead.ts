let typed: string | null = null
let entered = false

function keep(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.isComposing || typed === null) return
  if (event.key === 'Enter') entered = true
  else if (event.key === 'Backspace') typed = entered ? typed : typed.slice(0, -1)
  else if (event.key.length === 1) typed += entered ? '' : event.key
  else return
  event.preventDefault()
  // Neither are they keys of the page meanwhile.
  event.stopImmediatePropagation()
}

/** From now on keeps what is typed, for a field whose code is still on its way. What follows an Enter is dropped. */
export function startTyping(): void {
  if (typed === null) window.addEventListener('keydown', keep, true)
  typed = ''
  entered = false
}

/** What was typed since. */
export function readTyped(): string {
  return typed ?? ''
}

/** Whether Enter was pressed since. */
export function wasEntered(): boolean {
  return entered
}

/** The field is here and has the focus, or will not come. */
export function stopTyping(): void {
  typed = null
  entered = false
  window.removeEventListener('keydown', keep, true)
}
