import { CalendarCheck, Filter, Inbox, type LucideIcon, Monitor, Phone, Settings, Users } from 'lucide-react'
import type { Permission } from '@/lib/permissions'

/** A place of the desk: its address, the key of its name under `shell`, its icon, and who may go there. */
interface Place {
  href: '/outbound' | '/team' | '/calls' | '/inbox' | '/reviews' | '/screens' | '/settings'
  name: 'outbound' | 'team' | 'calls' | 'inbox' | 'reviews' | 'screens' | 'settings'
  icon: LucideIcon
  permission: Permission
}

/** The rail from top to bottom, in groups set apart by space; only places that exist are listed. */
export const GROUPS: Place[][] = [
  [
    { href: '/outbound', name: 'outbound', icon: Filter, permission: 'reports.read' },
    { href: '/team', name: 'team', icon: Users, permission: 'reports.read' },
    { href: '/calls', name: 'calls', icon: Phone, permission: 'calls.own' },
    { href: '/inbox', name: 'inbox', icon: Inbox, permission: 'inbox.use' },
  ],
  [
    { href: '/reviews', name: 'reviews', icon: CalendarCheck, permission: 'reviews.read' },
    { href: '/screens', name: 'screens', icon: Monitor, permission: 'screens.manage' },
    { href: '/settings', name: 'settings', icon: Settings, permission: 'account.own' },
  ],
]
