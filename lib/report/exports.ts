/** What leaves a page as a file: a panel of a report, or a list of calls. */
export const EXPORTED = [
  'funnel',
  'series',
  'time-spent',
  'heatmap',
  'leaderboard',
  'calls',
  'overview',
  'people',
  'funnels',
] as const
export const EXPORT_FORMS = ['csv', 'png'] as const

/** Tells the server that a page made a file, for the audit log. */
export interface ExportNote {
  what: (typeof EXPORTED)[number]
  as: (typeof EXPORT_FORMS)[number]
}
