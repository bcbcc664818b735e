import { describe, expect, it } from 'vitest'
import { PERMISSIONS, type Permission } from '@/lib/permissions'
import { type Bearer, may, permissionsOf } from './roles'

const WHO: Bearer[] = ['admin', 'manager', 'rep', 'viewer', 'api', 'screen', 'share']

/** Written by hand from what was agreed, one mark for each of WHO: x may, . may not. */
const TABLE: Record<Permission, string> = {
  //                  adm man rep view api screen share
  'reports.read': /*    */ 'x x x x x x x',
  'reports.export': /*  */ 'x x x x x . .',
  'directory.read': /*  */ 'x x x x x . .',
  'calls.list': /*      */ 'x x x . . . .',
  'calls.own': /*       */ 'x x x . . . .',
  'calls.all': /*       */ 'x x . . . . .',
  'tags.write': /*      */ 'x x . . . . .',
  'inbox.use': /*       */ 'x x . . . . .',
  'texts.send': /*      */ 'x x . . . . .',
  'reviews.read': /*    */ 'x x x x x . x',
  'reviews.write': /*   */ 'x x . . . . .',
  'screens.manage': /*  */ 'x x . . . . .',
  'links.manage': /*    */ 'x x . . . . .',
  'views.save': /*      */ 'x x x x . . .',
  'views.share': /*     */ 'x x . . . . .',
  'goals.write': /*     */ 'x x . . . . .',
  'workspace.write': /* */ 'x . . . . . .',
  'people.manage': /*   */ 'x . . . . . .',
  'tokens.manage': /*   */ 'x . . . . . .',
  'audit.read': /*      */ 'x . . . . . .',
  'account.own': /*     */ 'x x x x . . .',
}

describe('the table of roles', () => {
  it.each(PERMISSIONS)('%s', permission => {
    const marks = WHO.map(bearer => (may(bearer, permission) ? 'x' : '.')).join(' ')
    expect(marks).toBe(TABLE[permission])
  })

  it('lists for the buttons what it says for the doors', () => {
    for (const bearer of WHO) {
      expect(permissionsOf(bearer)).toEqual(PERMISSIONS.filter(permission => may(bearer, permission)))
    }
  })
})
