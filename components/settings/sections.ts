import type { Permission } from '@/lib/permissions'

/** A page of the settings: its address, the key of its name under `settings.sections`, and who may open it. */
export interface Section {
  href: `/settings/${string}`
  name:
    | 'account'
    | 'views'
    | 'connection'
    | 'workspace'
    | 'conversions'
    | 'goals'
    | 'celebrations'
    | 'people'
    | 'links'
    | 'tokens'
    | 'audit'
    | 'deliveries'
  permission: Permission
}

/** The pages in groups: one's own, the workspace's, and who has access. */
export const SECTION_GROUPS: { name: 'own' | 'workspace' | 'access'; sections: Section[] }[] = [
  {
    name: 'own',
    sections: [
      { href: '/settings/account', name: 'account', permission: 'account.own' },
      { href: '/settings/views', name: 'views', permission: 'views.save' },
    ],
  },
  {
    name: 'workspace',
    sections: [
      { href: '/settings/connection', name: 'connection', permission: 'workspace.write' },
      { href: '/settings/workspace', name: 'workspace', permission: 'workspace.write' },
      { href: '/settings/conversions', name: 'conversions', permission: 'workspace.write' },
      { href: '/settings/goals', name: 'goals', permission: 'goals.write' },
      { href: '/settings/deliveries', name: 'deliveries', permission: 'workspace.write' },
      { href: '/settings/celebrations', name: 'celebrations', permission: 'screens.manage' },
    ],
  },
  {
    name: 'access',
    sections: [
      { href: '/settings/people', name: 'people', permission: 'people.manage' },
      { href: '/settings/links', name: 'links', permission: 'links.manage' },
      { href: '/settings/tokens', name: 'tokens', permission: 'tokens.manage' },
      { href: '/settings/audit', name: 'audit', permission: 'audit.read' },
    ],
  },
]
