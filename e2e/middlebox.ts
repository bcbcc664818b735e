import { once } from 'node:events'
import { createServer, type IncomingMessage, request as passOn, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { freePort } from '../scripts/processes.mjs'

/**
 * What stands between a screen and us does with a request: lets it pass, in part or with its next mood, or answers in our
 * place.
 */
type Mood =
  | 'pass'
  | 'refuse'
  | 'portal'
  | 'redirect'
  | 'ask'
  | 'forbid'
  | 'broken'
  | 'stall'
  | 'silent'
  | 'hold'
  | 'half'
  | 'wait'

const PORTAL = '<!doctype html><h1>Welcome to our Wi-Fi</h1><form><input><button>Sign in</button></form>'

/** More than the numbers of a document, and less than what its script needs; of the script a part. */
const HALF = 6000

const ANSWERS = {
  portal: { status: 200, headers: { 'content-type': 'text/html' }, body: PORTAL },
  redirect: { status: 302, headers: { location: '/wi-fi' }, body: '' },
  ask: { status: 401, headers: { 'content-type': 'text/html' }, body: '<h1>Who are you?</h1>' },
  forbid: { status: 403, headers: { 'content-type': 'text/html' }, body: '<h1>Blocked</h1>' },
  broken: { status: 200, headers: { 'content-type': 'text/html', 'content-encoding': 'gzip' }, body: 'no gzip' },
  // Begins, and never goes on.
  stall: { status: 200, headers: { 'content-type': 'text/html', 'content-length': '9999' }, body: null },
}

/** A network before a server, as those of offices and hotels are. `port` is the server's. */
export async function startMiddlebox(port: number) {
  const own = await freePort()
  const sockets = new Set<Socket>()
  let moodOf: (path: string) => Mood = () => 'pass'
  let waiting: (() => void)[] = []

  function pass(request: IncomingMessage, response: ServerResponse) {
    const path = request.url ?? ''
    const { method, headers } = request
    const inner = passOn({ host: '127.0.0.1', port, path, method, headers }, answer => {
      const held: Buffer[] = []
      if (moodOf(path) !== 'hold') response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.on('data', (part: Buffer) => {
        const mood = moodOf(path)
        if (mood === 'hold') held.push(part)
        else if (mood !== 'silent') response.write(part)
      })
      answer.on('end', () => response.end())
    })
    inner.on('error', () => request.socket.destroy())
    response.on('close', () => inner.destroy())
    request.pipe(inner)
  }

  /** The first 6,000 bytes as if they were all, as proxies do that end each answer by hanging up. */
  async function passHalf({ url: path, headers }: IncomingMessage, response: ServerResponse) {
    const { cookie = '', 'user-agent': userAgent = '' } = headers
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie, 'user-agent': userAgent } })
    const body = await answer.arrayBuffer()
    for (const name of ['content-type', 'cache-control']) response.setHeader(name, answer.headers.get(name) ?? '')
    response.useChunkedEncodingByDefault = false
    response.shouldKeepAlive = false
    response.end(Buffer.from(body).subarray(0, HALF))
  }

  const server = createServer((request, response) => {
    const mood = moodOf(request.url ?? '')
    if (mood === 'refuse') request.socket.destroy()
    else if (mood === 'half') passHalf(request, response).catch(() => request.socket.destroy())
    else if (mood === 'wait') waiting.push(() => pass(request, response))
    else if (mood === 'pass' || mood === 'hold') pass(request, response)
    else if (mood !== 'silent') {
      const { status, headers, body } = ANSWERS[mood]
      response.writeHead(status, headers)
      if (body === null) response.write('<!doctype html>')
      else response.end(body)
    }
  })
  server.on('connection', socket => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.listen(own, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://localhost:${own}`,
    /** Behaves so from now on, by the path of what is asked; open streams included. */
    turn(mood: Mood | ((path: string) => Mood)) {
      moodOf = typeof mood === 'function' ? mood : () => mood
      for (const go of waiting) go()
      waiting = []
    },
    /** Ends what is open. */
    cut() {
      for (const socket of sockets) socket.destroy()
    },
    stop() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
