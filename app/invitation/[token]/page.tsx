import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { Gate } from '@/components/sign-in/gate'
import { InvitationForm } from '@/components/sign-in/invitation-form'
import { readInvitation } from '@/lib/server/invitations'
import { passwordsCount, providerButtons } from '@/lib/server/providers'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('invitation')
  return { title: t('title') }
}

/** Who invites to what, and the ways to accept; or, in words, that the link opens no more. */
export default async function InvitationPage({ params }: PageProps<'/invitation/[token]'>) {
  const { token } = await params
  const [t, mail, found] = await Promise.all([
    getTranslations('invitation'),
    getTranslations('mail'),
    readInvitation(token),
  ])
  if (!found) return <Gate heading={t('expiredTitle')} tagline={t('expiredText')} />
  const { invitation, signIn, fields, errors, shell } = await getMessages()
  const role = mail(`roles.${found.role}`)
  const heading = found.invitedBy === null ? t('byNobody', { role }) : t('by', { name: found.invitedBy, role })
  return (
    <NextIntlClientProvider messages={{ invitation, signIn, fields, errors, shell }}>
      <Gate heading={t('heading')} tagline={`${heading} ${t(`sees.${found.role}`)}`}>
        <InvitationForm token={token} email={found.email} providers={providerButtons()} passwords={passwordsCount()} />
      </Gate>
    </NextIntlClientProvider>
  )
}
