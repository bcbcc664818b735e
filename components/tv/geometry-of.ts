/** Runs in the page: what is wrong with how a document of a screen is drawn, each in a sentence. */
export function faultsOf(): string[] {
  const { innerHeight: height, innerWidth: width } = window
  const faults: string[] = []
  const ENDS_EARLY = '.name, .scene > header > b'
  const owns = (element: Element) =>
    [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
  const isSeen = (element: Element) => {
    const { width: wide, height: high } = element.getBoundingClientRect()
    return wide > 0 && high > 0 && getComputedStyle(element).visibility !== 'hidden'
  }
  const elements = [...document.body.querySelectorAll<HTMLElement>('*')].filter(element => {
    return !element.closest('script, style, svg') && isSeen(element)
  })

  const texts = elements.filter(owns).map(element => {
    const range = document.createRange()
    range.selectNodeContents(element)
    const [drawn, box] = [range.getBoundingClientRect(), element.getBoundingClientRect()]
    const size = Number.parseFloat(getComputedStyle(element).fontSize)
    // A name or a title may end in an ellipsis; what is beyond it is not drawn.
    const isName = element.matches(ENDS_EARLY)
    // Of one line, the letters alone: the air above and below may lie over another's.
    const air = drawn.height > 2 * size ? 0 : Math.max(0, (drawn.height - size * 0.75) / 2)
    return {
      element,
      size,
      left: isName ? Math.max(drawn.left, box.left) : drawn.left,
      right: isName ? Math.min(drawn.right, box.right) : drawn.right,
      top: drawn.top + air,
      bottom: drawn.bottom - air,
    }
  })
  const said = ({ element }: { element: Element }) => `"${element.textContent}"`

  for (const text of texts) {
    const { element, size, left, right, top, bottom } = text
    if (size < height * 0.022 - 0.05) faults.push(`${said(text)} is only ${((100 * size) / height).toFixed(2)} % high`)
    // Beside a scoreboard on a screen that hangs upright, that one has the headlines.
    const isHeadline = element.matches('.value') && !(height > width && element.closest('.side'))
    if (isHeadline && size < height * 0.09) faults.push(`the headline ${said(text)} is too small`)
    if (left < width * 0.05 - 1 || right > width * 0.95 + 1 || top < height * 0.05 - 1 || bottom > height * 0.95 + 1)
      faults.push(`${said(text)} is at the edge`)
    if (!element.matches(ENDS_EARLY) && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
      faults.push(`${said(text)} is cut`)
  }
  texts.forEach((one, index) => {
    for (const other of texts.slice(index + 1)) {
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
      if (across > 1 && down > 1) faults.push(`${said(one)} lies over ${said(other)}`)
    }
  })
  for (const element of elements) {
    // The number over a bar may be wider than the bar.
    if (element.matches('.name, .pair, .room, span, b, small, bdi, i, em, p')) continue
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = element
    if (scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1)
      faults.push(`${element.id || element.className || element.tagName} overflows`)
  }
  return faults
}
