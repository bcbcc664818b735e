import 'server-only'

/** The tokens of `app/globals.css` for paper, as the painter reads them: it knows no oklch. */
export const PAINT = {
  ground: '#ffffff',
  sunken: '#f1f4f7',
  line: '#dfe3e8',
  ink: '#161d29',
  ink2: '#4d5664',
  ink3: '#626975',
  prev: '#9fa5ae',
  stage: { dials: '#b9d3f5', connected: '#69a0eb', conversations: '#2065d4', conversions: '#eeae25' },
} as const

/** The bundled font has no narrow space, which French writes in numbers. */
export function paintable(text: string): string {
  return text.replaceAll('\u202f', '\u00a0')
}
