import 'server-only'
import type { Counter } from 'prom-client'
import { answers, budget } from './allo'
import { metrics } from './metrics'
import { readChecks } from './ready'
import { sharedState } from './shared/shared'

/** Takes over totals that are counted elsewhere. */
function setTotals<L extends string>(counter: Counter<L>, label: L, totals: Record<string, number>): void {
  counter.reset()
  for (const [name, total] of Object.entries(totals)) {
    const labels: Partial<Record<L, string>> = {}
    labels[label] = name
    counter.inc(labels, total)
  }
}

/** Sets what is a state, or counted elsewhere: it is read when it is asked for. */
async function readStates(): Promise<void> {
  const { questions, redis, instances, budgetWait, budgetWaiting, budgetLimit, checkOk, checkTime } = metrics()
  setTotals(questions, 'event', { ...answers().statistics() })
  const { configured, commands, failures, outages, ...state } = sharedState()
  if (configured) setTotals(redis, 'of', { commands, failures, outages })
  instances.set(state.instances)
  for (const [lane, { waiting, perSecond, p95Wait }] of Object.entries(budget().statistics())) {
    budgetWait.set({ lane }, p95Wait / 1000)
    budgetWaiting.set({ lane }, waiting)
    budgetLimit.set({ lane }, perSecond)
  }
  for (const [part, { status, ms }] of Object.entries(await readChecks())) {
    checkOk.set({ part }, status === 'ok' ? 1 : 0)
    checkTime.set({ part }, ms / 1000)
  }
}

/** All figures of this process in Prometheus's text format. */
export async function metricsText(): Promise<{ text: string; type: string }> {
  await readStates()
  const { register } = metrics()
  return { text: await register.metrics(), type: register.contentType }
}
