import { KEYS } from './keys'
import { type SimulatorOptions, startSimulator } from './server'

/**
 * Runs the simulator until it is told to stop. Environment:
 * SIMULATOR_PORT (4010), SIMULATOR_SEED (1), SIMULATOR_ZONE (Europe/Paris), SIMULATOR_CALLS (about how many in 400 days; 103400),
 * SIMULATOR_NOW (ISO instant; the clock stands still there, or runs on from there with SIMULATOR_RUNNING=1),
 * SIMULATOR_ANCHOR (first day of the newest colleague), SIMULATOR_LONG=1 (calls of any length by id,
 * as `cll-long-120` of two hours; in no list), SIMULATOR_LIMITS=off, SIMULATOR_READS and SIMULATOR_WRITES (requests a second).
 */

/** A number from the environment; undefined when it is not set. */
function number(name: string): number | undefined {
  const text = process.env[name]
  if (text === undefined || text === '') return undefined
  const value = Number(text)
  if (Number.isFinite(value) && value >= 0) return value
  console.error(`${name} must be a number from 0 on, not '${text}'`)
  process.exit(1)
}

/** A text from the environment; undefined when it is not set. */
function text(name: string): string | undefined {
  return process.env[name] || undefined
}

const options: SimulatorOptions = {
  port: number('SIMULATOR_PORT') ?? 4010,
  seed: number('SIMULATOR_SEED'),
  now: text('SIMULATOR_NOW'),
  running: text('SIMULATOR_RUNNING') === '1',
  zone: text('SIMULATOR_ZONE'),
  calls: number('SIMULATOR_CALLS'),
  anchor: text('SIMULATOR_ANCHOR'),
  long: text('SIMULATOR_LONG') === '1',
  enforceLimits: text('SIMULATOR_LIMITS') !== 'off',
  limits: {
    ...optional('readPerSecond', number('SIMULATOR_READS')),
    ...optional('writePerSecond', number('SIMULATOR_WRITES')),
  },
}

function optional(name: 'readPerSecond' | 'writePerSecond', value: number | undefined) {
  return value === undefined ? {} : { [name]: value }
}

try {
  const { url, clock, stop } = await startSimulator(options)
  console.log(`Allo simulator on ${url}, key ${KEYS[0]?.key}, ${new Date(clock.now()).toISOString()}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().then(() => process.exit(0)))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
