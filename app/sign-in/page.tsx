import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { LanguageChoice } from '@/components/shell/language-choice'
import { Logo } from '@/components/shell/logo'
import { SignInForm } from '@/components/shell/sign-in-form'
import { safeCallback } from '@/lib/client/callback'
import { findAccess } from '@/lib/server/access'
import { getDemoAccounts } from '@/lib/server/accounts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn')
  return { title: t('title') }
}

/** The one page that needs no session. Leads on to where the reader wanted to go, if that is on this site. */
export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const callback = safeCallback((await searchParams).callbackUrl)
  if (await findAccess(await cookies())) redirect(callback)
  const [{ signIn, shell }, t] = await Promise.all([getMessages(), getTranslations('signIn')])
  return (
    <NextIntlClientProvider messages={{ signIn, shell }}>
      <div className="flex min-h-dvh flex-col px-4 py-5">
        <main className="m-auto w-full max-w-[376px] py-8">
          <div className="mb-6 flex flex-col items-center text-center">
            <Logo className="size-10" />
            <h1 className="mt-4 font-[650] text-[22px] leading-8 tracking-[-0.02em]">{t('heading')}</h1>
            <p className="mt-1 text-ink-2 text-balance">{t('tagline')}</p>
          </div>
          <SignInForm callback={callback} demoAccounts={getDemoAccounts()} />
          <noscript>
            <p className="mt-4 text-center text-[13px] text-ink-2">{t('needsScript')}</p>
          </noscript>
        </main>
        <footer className="flex justify-center">
          <LanguageChoice quiet />
        </footer>
      </div>
    </NextIntlClientProvider>
  )
}
