/** Where a floating box goes: under its anchor (above where there is no room), kept inside the window. Pixels of the window. */
export function placeFloating(
  anchor: { left: number; right: number; top: number; bottom: number },
  box: { width: number; height: number },
  view: { width: number; height: number },
  align: 'center' | 'end',
): { left: number; top: number } {
  const gap = 6
  const edge = 8
  const wanted = align === 'end' ? anchor.right - box.width : (anchor.left + anchor.right - box.width) / 2
  const left = Math.max(edge, Math.min(wanted, view.width - box.width - edge))
  const below = anchor.bottom + gap
  const above = anchor.top - gap - box.height
  const top = below + box.height + edge > view.height && above >= edge ? above : below
  return { left, top }
}
