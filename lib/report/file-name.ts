import type { OutboundReport } from './outbound'

/**
 * Name of an exported file without its ending: panel, period, zone and scope, so that a file found a month later still says
 * what it holds. Everything that is no letter, digit, dot or hyphen becomes a hyphen.
 */
export function fileName(report: Pick<OutboundReport, 'period' | 'zone'>, panel: string, scope?: string): string {
  const { from, to } = report.period.range
  return ['callboard', panel, `${from}..${to}`, report.zone, scope]
    .filter(part => part !== undefined && part !== '')
    .map(part => part?.replace(/[^\p{L}\p{N}.]+/gu, '-'))
    .join('_')
}
