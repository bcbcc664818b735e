import 'server-only'
import { PERMISSIONS, type Permission, type Role } from '@/lib/permissions'

/** Who can be asking, besides people with a role: a screen on the wall, a link without an account, a script. */
export type Bearer = Role | 'screen' | 'share' | 'api'

const viewer: readonly Permission[] = [
  'reports.read',
  'reports.export',
  'reviews.read',
  'directory.read',
  'views.save',
  'account.own',
]

const rep: readonly Permission[] = [...viewer, 'calls.list', 'calls.own']

const manager: readonly Permission[] = [
  ...rep,
  'calls.all',
  'tags.write',
  'inbox.use',
  'texts.send',
  'reviews.write',
  'screens.manage',
  'links.manage',
  'views.share',
  'goals.write',
]

/** The one table of who may do what. A screen and a link may moreover read nothing beyond their own scope. */
const TABLE: Record<Bearer, ReadonlySet<Permission>> = {
  admin: new Set(PERMISSIONS),
  manager: new Set(manager),
  rep: new Set(rep),
  viewer: new Set(viewer),
  screen: new Set<Permission>(['reports.read']),
  share: new Set<Permission>(['reports.read', 'reviews.read']),
  api: new Set<Permission>(['reports.read', 'reports.export', 'reviews.read', 'directory.read']),
}

/** Whether somebody of this kind may do this. */
export function may(bearer: Bearer, permission: Permission): boolean {
  return TABLE[bearer].has(permission)
}

/** Everything that somebody of this kind may do, for buttons: the server checks again where data is read or written. */
export function permissionsOf(bearer: Bearer): Permission[] {
  return PERMISSIONS.filter(permission => may(bearer, permission))
}
