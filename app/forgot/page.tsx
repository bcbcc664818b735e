import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { ForgotForm } from '@/components/sign-in/forgot-form'
import { Gate } from '@/components/sign-in/gate'
import { canMail } from '@/lib/server/mail'
import { passwordsCount } from '@/lib/server/providers'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reset')
  return { title: t('forgotTitle') }
}

/** Asks for a link to a new password by mail; not there where no mail can be sent. */
export default async function ForgotPage() {
  if (!canMail() || !passwordsCount()) notFound()
  const [{ reset, signIn, fields, errors, shell }, t] = await Promise.all([getMessages(), getTranslations('reset')])
  return (
    <NextIntlClientProvider messages={{ reset, signIn, fields, errors, shell }}>
      <Gate heading={t('forgotTitle')} tagline={t('forgotText')}>
        <ForgotForm />
        <p className="mt-4 text-center text-[13px]">
          <a href="/sign-in" className="text-ink-2 underline underline-offset-2 hover:text-ink">
            {t('back')}
          </a>
        </p>
      </Gate>
    </NextIntlClientProvider>
  )
}
