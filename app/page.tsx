import { redirect } from 'next/navigation'
import { findPageAccess } from '@/lib/server/access/page'
import { getStartAddress } from '@/lib/server/views-read'

/** Leads to where the reader begins: the view they chose, else the dashboard. */
export default async function HomePage() {
  const access = await findPageAccess()
  redirect(access ? await getStartAddress(access) : '/sign-in')
}
