import { useTranslations } from 'next-intl'
import { PlaceLink } from '@/components/shell/place-link'
import { formatPhone } from '@/lib/format/phone'
import { contactHref } from '@/lib/report/contact'
import type { CallAnswer } from '@/lib/report/drilldown'
import { Avatar } from './avatar'
import type { CallWords } from './call-context'

const DEAL_STATUSES = ['open', 'won', 'lost'] as const

/** How a deal stands, in the reader's language; Allo writes it in either case, and a word we do not know as it comes. */
function dealWord(status: string, t: CallWords): string {
  const known = DEAL_STATUSES.find(each => each === status.toLowerCase())
  return known ? t(`deal.${known}`) : status
}

interface CallContactProps {
  titleId: string
  level: 1 | 2
  /** Before the call itself is here, what its row said; null for a contact that has none. */
  name: string | null
  company: string | null
  number: string
  /** Every contact with this number, the first is the one named. */
  contacts: CallAnswer['contacts']
}

/** Whom the call was with: name, company, number, deals, and others who share the number. */
export function CallContact({ titleId, level, name, company, number, contacts }: CallContactProps) {
  const t = useTranslations('call')
  const [, ...others] = contacts
  const deals = contacts.flatMap(contact => contact.deals)
  const Title = `h${level}` as const
  const timeline = contactHref(number)
  return (
    <div className="flex items-start gap-3.5">
      <Avatar large name={name} number={number} />
      <div className="min-w-0">
        <Title
          id={titleId}
          tabIndex={-1}
          dir="auto"
          className="num font-[650] text-[17px] leading-6 tracking-[-0.01em] outline-none [overflow-wrap:anywhere]"
        >
          {name ?? (formatPhone(number) || t('label'))}
        </Title>
        <p className="num text-[13px] text-ink-3 [overflow-wrap:anywhere]">
          {company && <bdi>{company}</bdi>}
          {company && name && ' · '}
          {name ? <bdi>{formatPhone(number)}</bdi> : number && t('unknown')}
          {timeline && (
            <span className="print:hidden">
              {' · '}
              <PlaceLink href={timeline} className="font-medium text-ink-2 underline underline-offset-2 hover:text-ink">
                {t('toTimeline')}
              </PlaceLink>
            </span>
          )}
        </p>
        {others.length > 0 && (
          <p className="text-[13px] text-ink-3">
            {t('also')} <bdi>{others.map(contact => contact.name || t('unknown')).join(', ')}</bdi>
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
                {deal.name} <span className="text-ink-3">· {dealWord(deal.status, t)}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
