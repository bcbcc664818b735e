/**
 * Puts text on the clipboard. Over plain http there is no clipboard API, so a hidden field is selected and copied instead.
 * @param host where the field may be put; inside a modal dialog it has to be the dialog, or nothing can be selected
 * @returns whether it worked
 */
export async function copyText(text: string, host: HTMLElement = document.body): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const field = document.createElement('textarea')
    field.value = text
    field.setAttribute('aria-hidden', 'true')
    field.style.cssText = 'position:fixed;opacity:0'
    const focused = document.activeElement
    host.append(field)
    field.select()
    const copied = document.execCommand('copy')
    field.remove()
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
    return copied
  }
}
