import type { CSSProperties } from 'react'

/**
 * Colours of a heatmap cell at `share` of the scale (0–1): one sequential hue through the palette's own steps, and a text
 * colour with at least 4.5:1 on it. The turning points were computed from the palette in app/globals.css (WCAG 2.2
 * luminance of the mixed colour): in the light theme white text holds from 0.92 up, in the dark theme up to 0.63.
 */
export function heatStyle(share: number): CSSProperties {
  const t = Math.min(1, Math.max(0, share))
  const light = t < 0.92 ? '#000' : '#fff'
  const dark = t < 0.63 ? '#fff' : '#000'
  return { background: heatColor(t), color: `light-dark(${light}, ${dark})` }
}

/** The background alone, as CSS. */
export function heatColor(share: number): string {
  const steps = ['--sunken', '--act-1', '--act-2', '--act-3']
  const place = Math.min(1, Math.max(0, share)) * 3
  const from = Math.min(2, Math.floor(place))
  const part = Math.round((place - from) * 100)
  return `color-mix(in oklch, var(${steps[from + 1]}) ${part}%, var(${steps[from]}))`
}
