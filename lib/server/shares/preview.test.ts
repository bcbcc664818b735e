import { expect, it } from 'vitest'
import type { ShareAccess } from '@/lib/server/access/access'
import type { ShareRow } from '@/lib/server/db/shares'
import { unfolds } from './preview'

const access: ShareAccess = {
  kind: 'share',
  id: 'shr',
  name: 'Board',
  reports: [],
  review: { key: '2026-W16', revision: 1 },
  sections: ['funnel'],
  showsNumbers: false,
  showsNames: false,
}
const token: ShareRow['token'] = {
  id: 'tok',
  kind: 'share',
  name: 'Board',
  tokenHash: 'hash',
  previousHash: null,
  rotatedAt: null,
  hint: 'abcd',
  scope: null,
  createdBy: null,
  createdAt: new Date(),
  expiresAt: null,
  lastUsedAt: null,
  revokedAt: null,
}
const share = (isWanted: boolean, passphraseHash: string | null): ShareRow => ({
  id: 'shr',
  token,
  subject: { kind: 'review', key: '2026-W16', revision: 1 },
  sections: ['funnel'],
  showsNumbers: false,
  showsNames: false,
  unfolds: isWanted,
  passphraseHash,
  pausedAt: null,
})

it.each([
  ['where its maker said so', true, null, access, true],
  ['not where its maker did not', false, null, access, false],
  ['never past a passphrase, also for who gave it', true, '$scrypt$', access, false],
  ['never while it is locked', true, null, null, false],
])('a chat may show a picture of a link: %s', (_, isWanted, hash, shown, expected) => {
  expect(unfolds({ share: share(isWanted, hash), access: shown })).toBe(expected)
})
