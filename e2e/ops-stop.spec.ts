import { once } from 'node:events'
import { connect } from 'node:net'
import { startOwn } from './own-server'
import { expect, test } from './world'

type Own = Awaited<ReturnType<typeof startOwn>>

/** What it ended with; null for a signal. */
async function ended({ child }: Own): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}

/** A client that asks for more than its connection holds, some 50 MB of scripts, and never reads. */
async function hang(app: Own): Promise<void> {
  const page = await (await fetch(`${app.url}/sign-in`)).text()
  const script = /\/_next\/static\/chunks\/[^"]+\.js/.exec(page)?.[0] ?? ''
  const size = (await (await fetch(`${app.url}${script}`)).arrayBuffer()).byteLength
  const socket = connect(app.port, '127.0.0.1').on('error', () => undefined)
  socket.pause()
  socket.write(`GET ${script} HTTP/1.1\r\nHost: localhost\r\n\r\n`.repeat(Math.ceil(50_000_000 / size)))
}

const running = async (app: Own) =>
  Number(/^callboard_http_requests_running (\d+)$/m.exec(await (await fetch(`${app.url}/api/metrics`)).text())?.[1])

test('a server that is told to stop answers what is under way, says so to its proxy, and ends with 0', async ({
  allo,
}) => {
  const app = await startOwn(allo.port)
  try {
    const headers = { cookie: await app.cookie() }
    await allo.breakdown({ match: { path: '/v2/api/analytics' }, kind: 'latency', milliseconds: 3000 })
    const slow = fetch(`${app.url}/api/reports/outbound?period=last-week`, { headers })
    await expect.poll(() => running(app)).toBe(2)
    app.child.kill('SIGTERM')
    await expect.poll(async () => (await fetch(`${app.url}/api/ready`)).status).toBe(503)
    expect(await (await fetch(`${app.url}/api/ready`)).json()).toEqual({ status: 'stopping' })
    const answer = await slow
    expect(answer.status).toBe(200)
    expect(await answer.json()).toHaveProperty('report')
    expect(await ended(app)).toBe(0)
    await expect(fetch(`${app.url}/api/health`)).rejects.toThrow()
    expect(app.output()).not.toContain('cut off')
  } finally {
    await app.stop()
  }
})

test('a client that never reads does not keep it', async ({ allo }) => {
  const app = await startOwn(allo.port)
  try {
    await hang(app)
    await expect.poll(() => running(app)).toBeGreaterThan(1)
    app.child.kill('SIGTERM')
    expect(await ended(app)).toBe(0)
    await expect.poll(app.output).toContain('"event":"stopped"')
    expect(app.output()).toContain('cut off')
    const took = Number(/"event":"stopped","ms":(\d+)/.exec(app.output())?.[1])
    expect(took).toBeLessThan(10_000)
  } finally {
    await app.stop()
  }
})
