import { Filter, type LucideIcon, Settings } from 'lucide-react'

/** A place of the desk: its address, the key of its name under `shell`, and its icon. */
interface Place {
  href: '/outbound' | '/settings'
  name: 'outbound' | 'settings'
  icon: LucideIcon
}

/** The rail from top to bottom, in groups set apart by space; only places that exist are listed. */
export const GROUPS: Place[][] = [
  [{ href: '/outbound', name: 'outbound', icon: Filter }],
  [{ href: '/settings', name: 'settings', icon: Settings }],
]
