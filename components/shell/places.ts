import { Filter, type LucideIcon } from 'lucide-react'

/** A place of the desk: its address, its icon, and the key of its name under `shell`. */
export interface Place {
  href: '/outbound'
  name: 'outbound'
  icon: LucideIcon
}

/** The rail from top to bottom. A group may have a heading under `shell.groups`; only places that exist are listed. */
export const GROUPS: { heading: null; places: Place[] }[] = [
  { heading: null, places: [{ href: '/outbound', name: 'outbound', icon: Filter }] },
]
