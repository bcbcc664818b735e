const HEIGHT = 104
const TALLEST = 94
const LEAST = 2.5

/** Height of `count` on the funnel's linear scale: pixels of 94 for the largest; something is never invisible, nothing is. */
export function flowHeight(count: number, largest: number): number {
  if (count <= 0 || largest <= 0) return 0
  return Math.max(LEAST, (TALLEST * count) / largest)
}

/**
 * The stream of one funnel stage, running over into the next one's height at its right edge. Linear in counts: a funnel
 * must not flatter. Decoration for the figures above it.
 */
export function FlowShape(props: { count: number; next: number | null; largest: number; color: string }) {
  const { count, next, largest, color } = props
  const here = HEIGHT - flowHeight(count, largest)
  const there = next === null ? here : HEIGHT - flowHeight(next, largest)
  return (
    <svg aria-hidden="true" viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none" className="block h-[104px] w-full">
      <path
        d={`M0 ${here} L58 ${here} C78 ${here} 80 ${there} 100 ${there} L100 ${HEIGHT} L0 ${HEIGHT}Z`}
        fill={color}
      />
    </svg>
  )
}
