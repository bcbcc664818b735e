import { heatColor } from './heat-color'

/** The heatmap's colour scale with its ends, and a word on what is not coloured. */
export function HeatScale({ low, high, notes }: { low: string; high: string; notes: string[] }) {
  const stops = [0, 1 / 3, 2 / 3, 1].map(heatColor).join(', ')
  return (
    <p className="num flex flex-wrap items-center gap-x-4 gap-y-1 text-[12px] text-ink-3">
      <span className="flex items-center gap-2 whitespace-nowrap">
        {low}
        <i
          aria-hidden
          className="h-2 w-[90px] rounded-full"
          style={{ background: `linear-gradient(90deg, ${stops})` }}
        />
        {high}
      </span>
      {notes.map(note => (
        <span key={note}>{note}</span>
      ))}
    </p>
  )
}
