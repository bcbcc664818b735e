'use client'
import { useTranslations } from 'next-intl'
import { type Clock, useInstantText } from '@/components/settings/use-instant-text'
import type { PersonLine } from '@/lib/settings/person'
import { PersonMenu } from './person-menu'
import { RoleSelect } from './role-select'

const WIDE_CELL = 'py-2.5 pl-4 text-[13px] text-ink-2 @max-2xl:hidden'

/** One person: who, which role, and what they were last seen doing. */
export function PersonRow({ person, clock }: { person: PersonLine; clock: Clock }) {
  const t = useTranslations('settings.people')
  const instantText = useInstantText(clock)
  const { name, email, allo, lastSeenAt, sessions, isSelf } = person
  const seen = lastSeenAt === null ? t('never') : instantText(lastSeenAt)
  const tie = allo.state === 'tied' ? allo.name : allo.state === 'none' ? t('notInAllo') : t('inAllo')
  const below = [
    allo.state === 'none' ? t('notInAllo') : t('inAllo'),
    lastSeenAt !== null && t('seen', { time: seen }),
    t('sessions', { count: sessions }),
  ].filter(Boolean)
  return (
    <tr className="border-line border-t @max-2xl:flex @max-2xl:flex-wrap @max-2xl:items-start @max-2xl:py-1.5">
      <th
        scope="row"
        className="w-full max-w-0 py-2.5 font-normal @max-2xl:min-w-0 @max-2xl:max-w-none @max-2xl:flex-1 @max-2xl:pb-1"
      >
        <p className="truncate font-medium">
          {name}
          {isSelf && <span className="font-normal text-ink-3"> ({t('you')})</span>}
        </p>
        <p className="truncate text-[13px] text-ink-3">{email}</p>
        <p className="num text-[13px] text-ink-3 text-pretty @2xl:hidden">{below.join(' · ')}</p>
      </th>
      <td className="py-2.5 pl-4 @max-2xl:order-last @max-2xl:w-full @max-2xl:pt-1 @max-2xl:pl-0">
        <RoleSelect person={person} />
      </td>
      <td className={`${WIDE_CELL} whitespace-nowrap`}>
        {allo.state === 'none' ? <span className="text-ink-3">{tie}</span> : tie}
      </td>
      <td className={`${WIDE_CELL} num whitespace-nowrap`}>{seen}</td>
      <td className={`${WIDE_CELL} num text-right`}>{sessions}</td>
      <td className="py-2.5 pl-2 text-right">
        <PersonMenu person={person} clock={clock} />
      </td>
    </tr>
  )
}
