import { useTranslations } from 'next-intl'
import { Avatar } from '@/components/calls/avatar'
import { formatPhone } from '@/lib/format/phone'
import type { TimelineContact } from '@/lib/report/contact'

interface ContactHeadProps {
  number: string
  contacts: TimelineContact[]
  totalCount: number | null
}

/** Whose page it is: the contact's name where one contact has the number, else the number. */
export function ContactHead({ number, contacts, totalCount }: ContactHeadProps) {
  const t = useTranslations('contact')
  const [first, ...others] = contacts
  const name = others.length === 0 ? first?.name || null : null
  return (
    <header className="flex items-center gap-3.5">
      <Avatar large name={name} number={number} />
      <div className="min-w-0">
        <h1 dir="auto" className="num font-[650] text-[20px] leading-7 tracking-[-0.01em] [overflow-wrap:anywhere]">
          {name ?? formatPhone(number)}
        </h1>
        <p className="num text-[13px] text-ink-3 [overflow-wrap:anywhere]">
          {name && (
            <>
              {first?.company && <bdi>{first.company} · </bdi>}
              <bdi>{formatPhone(number)}</bdi>
            </>
          )}
          {others.length > 0 && t('several', { count: contacts.length })}
          {contacts.length === 0 && t('unknown')}
          {totalCount !== null && ` · ${t('items', { count: totalCount })}`}
        </p>
      </div>
    </header>
  )
}
