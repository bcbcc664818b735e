import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { Gate } from '@/components/sign-in/gate'
import { ResetForm } from '@/components/sign-in/reset-form'
import { buttonClass } from '@/components/ui/button'
import { canMail } from '@/lib/server/mail'
import { readReset } from '@/lib/server/resets'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reset')
  return { title: t('title') }
}

/** A new password by a link; or, in words, that the link opens no more and where to get another. */
export default async function ResetPage({ params }: PageProps<'/reset/[token]'>) {
  const { token } = await params
  const [t, person] = await Promise.all([getTranslations('reset'), readReset(token)])
  if (!person) {
    return (
      <Gate heading={t('expiredTitle')} tagline={`${t('expiredText')} ${canMail() ? '' : t('askAdmin')}`}>
        {canMail() && (
          <p className="text-center">
            <a href="/forgot" className={buttonClass()}>
              {t('another')}
            </a>
          </p>
        )}
      </Gate>
    )
  }
  const { reset, signIn, fields, errors, shell } = await getMessages()
  return (
    <NextIntlClientProvider messages={{ reset, signIn, fields, errors, shell }}>
      <Gate heading={t('heading')} tagline={t('for', { email: person.email })}>
        <ResetForm token={token} email={person.email} />
      </Gate>
    </NextIntlClientProvider>
  )
}
