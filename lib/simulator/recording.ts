import type { IncomingMessage, ServerResponse } from 'node:http'
import { OUTCOME } from './columns'
import { readId } from './ids'
import { Problem } from './problem'
import type { Workspace } from './workspace'

const RATE = 8000
const HEADER = 44
/** The made-up voice repeats after this many samples. */
const LOOP = RATE * 16
const CHUNK = 65_536

let loop: Uint8Array | null = null

/** Sixteen seconds of something like two people talking: vowels as harmonics, syllables as swells, a pause now and then. */
function voice(): Uint8Array {
  if (loop) return loop
  loop = new Uint8Array(LOOP)
  for (let k = 0; k < LOOP; k++) {
    const t = k / RATE
    const turn = Math.floor(t / 4) % 2
    const pitch = (turn === 0 ? 118 : 196) * (1 + 0.06 * Math.sin(2 * Math.PI * 0.7 * t))
    const syllable = Math.max(0, Math.sin(2 * Math.PI * 2.1 * t + turn)) * (t % 4 < 3.4 ? 1 : 0)
    const vowel =
      0.5 * Math.sin(2 * Math.PI * pitch * t) +
      0.3 * Math.sin(4 * Math.PI * pitch * t) +
      0.2 * Math.sin(10 * Math.PI * pitch * t)
    loop[k] = Math.round(128 + 90 * syllable * vowel)
  }
  return loop
}

function header(samples: number): Buffer {
  const bytes = Buffer.alloc(HEADER)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(36 + samples, 4)
  bytes.write('WAVEfmt ', 8)
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(RATE, 24)
  bytes.writeUInt32LE(RATE, 28)
  bytes.writeUInt16LE(1, 32)
  bytes.writeUInt16LE(8, 34)
  bytes.write('data', 36)
  bytes.writeUInt32LE(samples, 40)
  return bytes
}

/** The bytes `from` to `to` (inclusive) of the WAV of a call, in pieces, computed as they are asked for. */
export function* recordingBytes(seconds: number, shift: number, from: number, to: number): Generator<Buffer> {
  const sound = voice()
  const head = header(seconds * RATE)
  for (let at = from; at <= to; ) {
    if (at < HEADER) {
      const piece = head.subarray(at, Math.min(HEADER, to + 1))
      at += piece.length
      yield piece
      continue
    }
    const inLoop = (at - HEADER + shift) % LOOP
    const length = Math.min(CHUNK, LOOP - inLoop, to + 1 - at)
    at += length
    yield Buffer.from(sound.buffer, inLoop, length)
  }
}

export interface Recording {
  seconds: number
  shift: number
}

/** The recording of a call id. Throws 404 when there is none: unknown, not ended, not answered. */
export function findRecording(workspace: Workspace, id: string): Recording {
  const key = readId('cll', workspace.seed, id)
  const row = key === null ? null : workspace.calls.rowOf(key)
  const { flags, talk } = workspace.calls.columns
  if (row === null || workspace.calls.end(row) > workspace.now() || ((flags[row] ?? 0) & 3) === OUTCOME.noAnswer) {
    throw new Problem(404, 'CALL_NOT_FOUND', `There is no recording of '${id}'`)
  }
  return { seconds: talk[row] ?? 0, shift: ((key ?? 0) % 977) * 64 }
}

/** Answers GET and HEAD with audio/wav: 200, 206 for one byte range, 416 for one that lies outside. Returns the status. */
export function sendRecording(
  request: IncomingMessage,
  response: ServerResponse,
  { seconds, shift }: Recording,
): number {
  const total = HEADER + seconds * RATE
  const range = readRange(request.headers.range, total)
  response.setHeader('Accept-Ranges', 'bytes')
  response.setHeader('Cache-Control', 'private, max-age=3600')
  if (range === 'outside') {
    response.writeHead(416, { 'Content-Range': `bytes */${total}` }).end()
    return 416
  }
  const { from, to } = range ?? { from: 0, to: total - 1 }
  const status = range ? 206 : 200
  if (range) response.setHeader('Content-Range', `bytes ${from}-${to}/${total}`)
  response.writeHead(status, { 'Content-Type': 'audio/wav', 'Content-Length': to - from + 1 })
  if (request.method === 'HEAD') response.end()
  else pump(response, recordingBytes(seconds, shift, from, to))
  return status
}

/** Writes pieces as fast as the other side takes them. */
function pump(response: ServerResponse, pieces: Generator<Buffer>): void {
  for (;;) {
    const { value, done } = pieces.next()
    if (done) return void response.end()
    if (!response.write(value)) return void response.once('drain', () => pump(response, pieces))
  }
}

/** One byte range of a Range header; null for none, several or unreadable ones, which are ignored as RFC 9110 allows. */
function readRange(text: string | undefined, total: number): { from: number; to: number } | 'outside' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(text?.trim() ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return null
  if (match[1] === '') {
    const length = Math.min(Number(match[2]), total)
    return length === 0 ? 'outside' : { from: total - length, to: total - 1 }
  }
  const from = Number(match[1])
  const to = match[2] === '' ? total - 1 : Math.min(Number(match[2]), total - 1)
  if (from >= total) return 'outside'
  return to < from ? null : { from, to }
}
