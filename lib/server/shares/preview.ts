import 'server-only'
import type { Call } from '@/lib/server/allo'
import type { OpenedShare } from './open'
import { getShown, type Shown } from './shown'

/** Whether chat tools may show a picture and a sentence of a link: only where its maker said so, and never past a passphrase. */
export function unfolds({ share, access }: OpenedShare): boolean {
  return access !== null && share.unfolds && share.passphraseHash === null
}

/** What a preview may tell of: what the page itself shows; null where there is no preview, or nothing can be had just now. */
export async function getPreview(opened: OpenedShare, call: Call): Promise<Shown | null> {
  const { share, access } = opened
  if (access === null || !unfolds(opened)) return null
  return getShown(share, access, call).catch(() => null)
}
