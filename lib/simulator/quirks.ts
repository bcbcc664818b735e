/** Where Allo's answers differ from its documents, or where the documents leave it open. */
export interface Quirks {
  /** The key seen live, or the documented one. */
  overOneMinuteKey: 'calls_over1_min' | 'calls_over_1_min'
  /** Heatmap rates as whole percent or as a fraction. */
  heatmapRate: 'percent' | 'fraction'
  /** Only cells with calls, or all 168. */
  heatmapCells: 'sparse' | 'full'
}

/** As the live service was seen to answer. */
export const DEFAULT_QUIRKS: Quirks = {
  overOneMinuteKey: 'calls_over1_min',
  heatmapRate: 'percent',
  heatmapCells: 'sparse',
}
