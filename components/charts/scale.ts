/** A linear axis from 0: where it ends and what is written on it. */
export interface Scale {
  top: number
  ticks: number[]
}

/**
 * A linear axis for counts from 0 to at least `max`, in `steps` or fewer equal steps of 1, 2, 2.5 or 5 times a power of
 * ten, always whole. Nothing to show still gives an axis (0 to 1).
 */
export function countScale(max: number, steps = 5): Scale {
  const rough = Math.max(max, 1) / steps
  const power = 10 ** Math.floor(Math.log10(rough))
  const step =
    [1, 2, 2.5, 5, 10].map(factor => factor * power).find(nice => nice >= rough && Number.isInteger(nice)) ?? 1
  const count = Math.max(1, Math.ceil(max / step))
  return { top: count * step, ticks: Array.from({ length: count + 1 }, (_, index) => index * step) }
}

/**
 * Which of `length` buckets carry a label: the first, then at equal steps, at most `most`. `unit` keeps steps whole in
 * some rhythm (7 days to the week). The last is added where it does not crowd the one before it.
 */
export function labelledBuckets(length: number, most: number, unit = 1): number[] {
  if (length <= most) return Array.from({ length }, (_, index) => index)
  const rhythm = length > unit * 2 ? unit : 1
  const step = Math.ceil(length / most / rhythm) * rhythm
  const labels = Array.from({ length: Math.ceil(length / step) }, (_, index) => index * step)
  const last = length - 1
  if (last - (labels.at(-1) ?? 0) >= step * 0.75) labels.push(last)
  return labels
}
