import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import type { TimelineContact } from '@/lib/report/contact'
import type { Directory } from '@/lib/report/directory'
import { lineName } from './line-name'

const STATUSES = ['OPEN', 'WON', 'LOST'] as const
const HEADING = 'mb-2 font-semibold text-[13px] text-ink-2'

interface ContactFactsProps {
  contacts: TimelineContact[]
  lines: string[]
  directory: Directory | null
}

/** Everybody who has the number, each with company and deals, and the lines of ours that spoke with it. */
export function ContactFacts({ contacts, lines, directory }: ContactFactsProps) {
  const t = useTranslations('contact')
  return (
    <div className="flex flex-col gap-3">
      <Card aria-label={t('contacts')}>
        <h2 className={HEADING}>{t('contacts')}</h2>
        {contacts.length === 0 && <p className="text-ink-3">{t('noContacts')}</p>}
        <ul className="flex flex-col gap-3">
          {contacts.map(contact => (
            <li key={contact.id} className="[overflow-wrap:anywhere]">
              <p dir="auto" className="font-medium">
                {contact.name || t('nameless')}
              </p>
              <p dir="auto" className="text-[13px] text-ink-3">
                {contact.company ?? t('noCompany')}
              </p>
              <Deals contact={contact} />
            </li>
          ))}
        </ul>
      </Card>
      {lines.length > 0 && (
        <Card aria-label={t('lines')}>
          <h2 className={HEADING}>{t('lines')}</h2>
          <ul className="num">
            {lines.map(line => (
              <li key={line}>
                <bdi>{lineName(line, directory)}</bdi>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  )
}

function Deals({ contact }: { contact: TimelineContact }) {
  const t = useTranslations('contact')
  if (contact.deals.length === 0) return null
  return (
    <ul aria-label={t('dealsOf', { name: contact.name || t('nameless') })} className="mt-1 flex flex-wrap gap-1">
      {contact.deals.map(deal => {
        const status = STATUSES.find(each => each === deal.status)
        return (
          <li
            key={deal.id}
            className="max-w-full rounded-[5px] px-[7px] text-[12px] text-ink-2 leading-5 shadow-hairline"
          >
            <bdi>{deal.name}</bdi>{' '}
            <span className={status === 'WON' ? 'font-medium text-won-ink' : 'text-ink-3'}>
              · {status ? t(`deal.${status}`) : deal.status}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
