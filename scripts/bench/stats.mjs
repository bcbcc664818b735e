import { spawnSync } from 'node:child_process'

/** Middle value; the mean of the two middle ones for an even count. */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
}

/** Nearest-rank quantile: the smallest value that at least `share` of all do not exceed. */
export function quantile(values, share) {
  return values.toSorted((a, b) => a - b)[Math.ceil(share * values.length) - 1]
}

/** Slope of y over x as the median of all pairwise slopes (Theil–Sen), which single spikes do not bend. */
export function slope(points) {
  const slopes = points.flatMap(([x, y], index) => points.slice(index + 1).map(([x2, y2]) => (y2 - y) / (x2 - x)))
  return median(slopes)
}

/**
 * The straight line through some points [x, y] by least squares: its slope, how far the true one may lie from it (95 %), and
 * the mean of y. Throws for fewer than three points.
 */
export function linear(points) {
  const count = points.length
  if (count < 3) throw new Error('A line needs three points.')
  const mean = index => points.reduce((sum, point) => sum + point[index], 0) / count
  const [meanX, meanY] = [mean(0), mean(1)]
  const spread = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0)
  const slope = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / spread
  const left = points.reduce((sum, [x, y]) => sum + (y - meanY - slope * (x - meanX)) ** 2, 0)
  return { slope, margin: 1.96 * Math.sqrt(left / (count - 2) / spread), mean: meanY }
}

/** Resident memory of a process in MiB. */
export function residentMemory(pid) {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
  return Number(stdout.trim()) / 1024
}
