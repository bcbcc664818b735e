import { useTranslations } from 'next-intl'
import { formatPhone } from '@/lib/format/phone'
import type { CallAnswer } from '@/lib/report/drilldown'
import { Avatar } from './avatar'

interface CallContactProps {
  titleId: string
  /** Before the call itself is here, what its row said. */
  name: string | null
  company: string | null
  number: string
  /** Every contact with this number, the first is the one named. */
  contacts: CallAnswer['contacts']
}

/** Whom the call was with: name, company, number, deals, and others who share the number. */
export function CallContact({ titleId, name, company, number, contacts }: CallContactProps) {
  const t = useTranslations('call')
  const [, ...others] = contacts
  const deals = contacts.flatMap(contact => contact.deals)
  return (
    <div className="flex items-start gap-3.5">
      <Avatar large name={name} number={number} />
      <div className="min-w-0">
        <h2
          id={titleId}
          tabIndex={-1}
          dir="auto"
          className="num font-[650] text-[17px] leading-6 tracking-[-0.01em] outline-none [overflow-wrap:anywhere]"
        >
          {name ?? (formatPhone(number) || t('label'))}
        </h2>
        <p className="num text-[13px] text-ink-3 [overflow-wrap:anywhere]">
          {company && <bdi>{company}</bdi>}
          {company && name && ' · '}
          {name ? <bdi>{formatPhone(number)}</bdi> : number && t('unknown')}
        </p>
        {others.length > 0 && (
          <p className="text-[13px] text-ink-3">
            {t('also')} <bdi>{others.map(contact => contact.name).join(', ')}</bdi>
          </p>
        )}
        {deals.length > 0 && (
          <ul aria-label={t('deals')} className="mt-1.5 flex flex-wrap gap-1">
            {deals.map(deal => (
              <li
                key={deal.id}
                dir="auto"
                className="max-w-full truncate rounded-[5px] px-[7px] text-[12px] text-ink-2 leading-5 shadow-hairline"
              >
                {deal.name} <span className="text-ink-3">· {deal.status}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
