'use client'
import { useTranslations } from 'next-intl'
import { formatPhone } from '@/lib/format/phone'
import type { Person } from '@/lib/report/person'

const ROLES = ['ADMIN', 'MANAGER', 'MEMBER'] as const

/** Who somebody is, in one quiet line below the name: role, whether they have left, and the lines they use. */
export function PersonHead({ person }: { person: Person }) {
  const t = useTranslations('person')
  const { role, blocked, lines } = person
  const known = ROLES.find(each => each === role)
  const parts = [
    ...(role ? [known ? t(`role.${known}`) : role] : []),
    ...(blocked ? [t('left')] : []),
    ...(lines?.length === 0 ? [t('noLines')] : []),
    ...(lines ?? []).map(({ number, name }) => (name ? `${name} ${formatPhone(number)}` : formatPhone(number))),
  ]
  return <p className="num mt-1 text-[13px] text-ink-2">{parts.join(' · ')}</p>
}
