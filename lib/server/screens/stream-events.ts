import 'server-only'
import type { CelebrationMessage, ShowMessage } from '@/lib/tv/wire'

const encoder = new TextEncoder()

/** How soon a browser that reconnects by itself should, in milliseconds. */
export const OPENING = encoder.encode('retry: 3000\n\n')
/** The screen is no longer one of ours; the stream ends after it. */
export const GONE = encoder.encode('event: gone\ndata: {}\n\n')

/** What a screen has seen already. null for a screen that starts: no celebrations of before it are shown. */
export interface Resume {
  revision: string | null
  seq: number | null
}

/** The id of an event, from which a screen goes on after a break. */
function idOf({ revision, seq }: Resume): string {
  return `${revision ?? ''}~${seq ?? ''}`
}

/** Reads an id back; whatever else somebody sends means to start. */
export function readResume(id: string | null): Resume {
  const [, revision = '', seq = ''] = /^([\w.-]*)~(\d*)$/.exec(id ?? '') ?? []
  return { revision: revision || null, seq: seq ? Number(seq) : null }
}

/** A show as an event. */
export function showEvent(message: ShowMessage, seq: number | null): Uint8Array {
  const id = idOf({ revision: message.revision, seq })
  return encoder.encode(`id: ${id}\nevent: show\ndata: ${JSON.stringify(message)}\n\n`)
}

/** A celebration as an event. */
export function celebrateEvent(message: CelebrationMessage, revision: string | null): Uint8Array {
  return encoder.encode(
    `id: ${idOf({ revision, seq: message.seq })}\nevent: celebrate\ndata: ${JSON.stringify(message)}\n\n`,
  )
}

/** Proves that we are alive, and what time it is: epoch milliseconds. */
export function beatEvent(now: number): Uint8Array {
  return encoder.encode(`event: beat\ndata: {"now":${now}}\n\n`)
}
