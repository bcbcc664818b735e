import 'server-only'
import { getLocale, getTranslations } from 'next-intl/server'
import { formatDayLong } from '@/lib/format/dates'
import type { Role } from '@/lib/permissions'
import type { Mail } from './mail'

/** The last whole day on which a link opens, for a sentence. */
async function lastDay(expiresAt: string): Promise<string> {
  return formatDayLong(expiresAt.slice(0, 10), await getLocale())
}

/** The mail that brings an invitation, in the language of who sends it. */
export async function invitationMail(given: {
  email: string
  role: Role
  invitedBy: string
  link: string
  expiresAt: string
}): Promise<Mail> {
  const t = await getTranslations('mail')
  const { email: to, role, invitedBy, link, expiresAt } = given
  const date = await lastDay(expiresAt)
  return {
    to,
    subject: t('invitation.subject', { name: invitedBy }),
    text: t('invitation.text', { name: invitedBy, role: t(`roles.${role}`), link, date }),
  }
}

/** The mail that brings a link to a new password, in the language of who asks for it. */
export async function resetMail({ email: to, link }: { email: string; link: string }): Promise<Mail> {
  const t = await getTranslations('mail')
  return { to, subject: t('reset.subject'), text: t('reset.text', { link }) }
}
