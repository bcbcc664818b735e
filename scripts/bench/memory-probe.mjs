import { writeFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

// Preloaded into a server: on SIGUSR2 it collects garbage and writes what it then holds, in bytes, to the file BENCH_MEMORY.
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')

process.on('SIGUSR2', () => {
  collect()
  collect()
  const { heapUsed, external, rss } = process.memoryUsage()
  writeFileSync(process.env.BENCH_MEMORY, JSON.stringify({ held: heapUsed + external, rss }))
})
