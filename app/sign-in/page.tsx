import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { Gate } from '@/components/sign-in/gate'
import { SignInForm } from '@/components/sign-in/sign-in-form'
import { readSignInProblem } from '@/lib/client/auth'
import { safeCallback } from '@/lib/client/callback'
import { findPageAccess } from '@/lib/server/access/page'
import { withoutOrigin } from '@/lib/server/auth-address'
import { demoPeople } from '@/lib/server/demo'
import { isSetupOpen } from '@/lib/server/first-administrator'
import { canMail } from '@/lib/server/mail'
import { passwordsCount, providerButtons } from '@/lib/server/providers'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn')
  return { title: t('title') }
}

/** The way in. Leads on to where the reader wanted to go, if that is on this site; to the setup while nobody has an account. */
export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { callbackUrl, error } = await searchParams
  const callback = safeCallback(typeof callbackUrl === 'string' ? withoutOrigin(callbackUrl) : undefined, '/')
  if (await findPageAccess()) redirect(callback)
  if (await isSetupOpen()) redirect('/setup')
  const [{ signIn, roles, shell }, t] = await Promise.all([getMessages(), getTranslations('signIn')])
  return (
    <NextIntlClientProvider messages={{ signIn, roles, shell }}>
      <Gate heading={t('heading')} tagline={t('tagline')}>
        <SignInForm
          callback={callback}
          demoAccounts={demoPeople()}
          providers={providerButtons()}
          passwords={passwordsCount() ? (canMail() ? 'replaceable' : 'kept') : 'none'}
          cameBackWith={readSignInProblem(error)}
        />
        <noscript>
          <p className="mt-4 text-center text-[13px] text-ink-2">{t('needsScript')}</p>
        </noscript>
      </Gate>
    </NextIntlClientProvider>
  )
}
