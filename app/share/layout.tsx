import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

/** What stands around everything that a link shows: only the words of its notices, also for when it breaks. */
export default async function ShareLayout({ children }: { children: ReactNode }) {
  const { shared, errors, shell } = await getMessages()
  return <NextIntlClientProvider messages={{ shared, errors, shell }}>{children}</NextIntlClientProvider>
}
