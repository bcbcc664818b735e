import 'server-only'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a chat was sent. */
interface Posted {
  path: string
  type: string | undefined
  body: unknown
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

/** For tests: a real HTTP server that stands in for the chats, on a port of its own. */
export async function startChatSink() {
  const posted: Posted[] = []
  let answer: number | 'hang up' | 'no pictures' = 200
  let headers: Record<string, string> = {}
  const server = createServer(async (request, response) => {
    const text = await read(request)
    posted.push({
      path: request.url ?? '',
      type: request.headers['content-type'],
      body: JSON.parse(text),
    })
    if (answer === 'hang up') request.socket.destroy()
    else if (answer === 'no pictures') response.writeHead(text.includes('image_url') ? 400 : 200).end('invalid_blocks')
    else response.writeHead(answer, headers).end('ok')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    posted,
    /** From now on answers with this status, ends the connection once it has read all, or refuses what has pictures. */
    reply(status: number | 'hang up' | 'no pictures', given: Record<string, string> = {}) {
      answer = status
      headers = given
    },
    async stop() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
