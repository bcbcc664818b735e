import { expect, it } from 'vitest'
import type { Role } from '@/lib/permissions'
import { ADMIN } from '@/lib/server/test-kit'
import type { Access } from './access'
import { assertOpensCall, opensCall } from './scope'

const person = (role: Role, alloUserId: string | null): Access => ({ ...ADMIN, role, alloUserId })
const api: Access = { kind: 'api', id: 'tok', name: 'script' }
const screen: Access = { kind: 'screen', id: 'scr', name: 'wall', reports: [''] }
const share: Access = {
  kind: 'share',
  id: 'shr',
  name: 'link',
  reports: [''],
  review: null,
  sections: ['calls'],
  showsNumbers: true,
  showsNames: true,
}

/** Who asks, and whether they open their own call (of `usr-ines`), a colleague's, and one of nobody. */
const ROWS: [string, Access, boolean, boolean, boolean][] = [
  ['an administrator', person('admin', null), true, true, true],
  ['a manager', person('manager', 'usr-ines'), true, true, true],
  ['a rep', person('rep', 'usr-ines'), true, false, false],
  // Nobody is no colleague: who is no Allo user has no calls, not those without one.
  ['a rep who does not phone', person('rep', null), false, false, false],
  ['a viewer', person('viewer', 'usr-ines'), false, false, false],
  ['a viewer who does not phone', person('viewer', null), false, false, false],
  ['a token', api, false, false, false],
  ['a screen', screen, false, false, false],
  ['a link', share, false, false, false],
]

it.each(ROWS)('%s', (_, access, own, colleagues, nobodys) => {
  expect([opensCall(access, 'usr-ines'), opensCall(access, 'usr-tom'), opensCall(access, null)]).toEqual([
    own,
    colleagues,
    nobodys,
  ])
  if (nobodys) assertOpensCall(access, null)
  else expect(() => assertOpensCall(access, null)).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }))
})
