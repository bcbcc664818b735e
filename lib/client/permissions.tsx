'use client'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { Permission } from '@/lib/permissions'
import type { Sight } from '@/lib/report/sight'

interface Reader {
  permissions: readonly Permission[]
  sight: Sight
}

/** Whoever is not known may do nothing. */
const Context = createContext<Reader>({ permissions: [], sight: { lists: false, only: { person: null } } })

/** Tells everything below what the reader may do and see, as the server's table of roles has it. */
export function ReaderProvider({ permissions, sight, children }: Reader & { children: ReactNode }) {
  const reader = useMemo(() => ({ permissions, sight }), [permissions, sight])
  return <Context value={reader}>{children}</Context>
}

/** Whether to offer something to the reader. Only for what is shown: the server checks for itself. */
export function useMay(permission: Permission): boolean {
  return useContext(Context).permissions.includes(permission)
}

/** As useMay, for asking several times. */
export function useMayAll(): (permission: Permission) => boolean {
  const { permissions } = useContext(Context)
  return permission => permissions.includes(permission)
}

/** What of the team's data the reader sees. */
export function useSight(): Sight {
  return useContext(Context).sight
}
