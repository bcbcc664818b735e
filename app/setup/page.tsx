import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { Gate } from '@/components/sign-in/gate'
import { SetupForm } from '@/components/sign-in/setup-form'
import { isSetupOpen } from '@/lib/server/first-administrator'
import { passwordsCount, providerButtons } from '@/lib/server/providers'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('setup')
  return { title: t('title') }
}

/** Makes the first administrator; never there again once anybody has an account. */
export default async function SetupPage() {
  if (!(await isSetupOpen())) notFound()
  const [{ setup, signIn, fields, errors, shell }, t] = await Promise.all([getMessages(), getTranslations('setup')])
  const names = providerButtons().map(({ name }) => name)
  return (
    <NextIntlClientProvider messages={{ setup, signIn, fields, errors, shell }}>
      <Gate heading={t('heading')} tagline={t('tagline')}>
        <SetupForm insteadOfPassword={passwordsCount() ? null : names.join(', ')} />
      </Gate>
    </NextIntlClientProvider>
  )
}
