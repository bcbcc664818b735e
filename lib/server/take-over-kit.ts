import 'server-only'
import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'

/* What the tests of streams share: a server that answers as Next does, by a response that the handler makes. */

/** As Next, which wraps methods of what Node gave it, waits for the end, and writes the handler's body before it ends. */
async function answer(made: Response, response: ServerResponse, onEnd: () => void): Promise<void> {
  const setHeader = response.setHeader.bind(response)
  response.setHeader = (name, value) => setHeader(name, value)
  response.once('close', onEnd)
  response.once('finish', onEnd)
  for (const [name, value] of made.headers) response.setHeader(name, value)
  response.flushHeaders()
  for await (const chunk of made.body ?? []) response.write(chunk)
  response.end()
}

/**
 * Serves what a handler answers to the headers of a request.
 *
 * @param onEnd called for each time that Next would hear of the end of an answer
 */
export async function serveAsNext(
  handler: (headers: Headers) => Response,
  onEnd: () => void = () => {},
): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    const headers = new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
    void answer(handler(headers), response, onEnd)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return { url: `http://127.0.0.1:${address.port}`, server }
}
