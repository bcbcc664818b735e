/** Hands a file to the reader under `name`; `href` is a blob or data address. */
export function download(href: string, name: string): void {
  const link = document.createElement('a')
  link.href = href
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
}

/** Saves text as a file of a type. */
export function downloadText(text: string, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  download(address, name)
  // The browser has read the address by the next turn of the event loop.
  setTimeout(() => URL.revokeObjectURL(address))
}

/**
 * Saves an element as a PNG, two pixels for each of the screen's, on the colour of a card; what is marked
 * `data-export="no"` (menus, tooltips, links laid over a chart) is left out, and what only a picture needs is shown for its
 * sake (`data-exporting` on the element). The painter is loaded when it is first needed.
 */
export async function downloadPicture(element: HTMLElement, name: string): Promise<void> {
  const { toPng } = await import('html-to-image')
  element.dataset.exporting = ''
  const picture = await toPng(element, {
    pixelRatio: 2,
    backgroundColor: getComputedStyle(element).getPropertyValue('--surface'),
    style: { margin: '0', boxShadow: 'none' },
    filter: node => !(node instanceof HTMLElement && node.dataset.export === 'no'),
  }).finally(() => delete element.dataset.exporting)
  download(picture, name)
}
