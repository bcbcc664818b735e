import type { Stage } from '@/lib/report/query'

/** Blue deepens along the funnel; gold is conversions and nothing else. */
export const STAGE_COLOR: Record<Stage, string> = {
  dials: 'var(--act-1)',
  connected: 'var(--act-2)',
  conversations: 'var(--act-3)',
  conversions: 'var(--won)',
}
