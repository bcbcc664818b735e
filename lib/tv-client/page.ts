import morphdom from 'morphdom'

/** A part of the document by its id; null where this document has none. */
export function part(id: string): HTMLElement | null {
  return document.getElementById(id)
}

/** A part of the footer or the stage by the name of its data attribute. */
export function marked(name: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-${name}]`)
}

/** JSON that the server put into the document, as text; null where there is none. */
export function embedded(id: string): string | null {
  return part(id)?.textContent ?? null
}

/** Writes a text unless it stands there: what does not change costs no layout. */
export function setText(element: HTMLElement | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text
}

/** Writes an attribute unless it stands there; null takes it off. */
export function setAttribute(element: Element | null, name: string, value: string | null): void {
  if (!element || element.getAttribute(name) === value) return
  if (value === null) element.removeAttribute(name)
  else element.setAttribute(name, value)
}

/** Makes an element hold this HTML by changing no more than differs, so that bars grow instead of starting over. */
export function setHtml(element: HTMLElement | null, html: string): void {
  if (!element) return
  const next = document.createElement('div')
  next.innerHTML = html
  morphdom(element, next, { childrenOnly: true })
}
