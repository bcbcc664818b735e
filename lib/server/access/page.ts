import 'server-only'
import { cookies } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import { cache } from 'react'
import type { Permission } from '@/lib/permissions'
import { mayAccess, type PersonAccess } from './access'
import { findAccess } from './find'

/** The person of a page's request, or null; asked once for all parts of the page. */
export const findPageAccess = cache(async (): Promise<PersonAccess | null> => findAccess(await cookies()))

/** Guards a page: leads to the sign-in page without a session, and to the "not for your role" page without the permission. */
export async function requirePage(permission: Permission): Promise<PersonAccess> {
  const access = await findPageAccess()
  if (!access) redirect('/sign-in')
  if (!mayAccess(access, permission)) forbidden()
  return access
}
