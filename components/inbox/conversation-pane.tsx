'use client'
import { Archive, ArrowLeft, Inbox, Mail, MailOpen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { CallContext } from '@/components/calls/call-context'
import { CallOverlay } from '@/components/calls/call-overlay'
import { lineName } from '@/components/contacts/line-name'
import { TextBox } from '@/components/contacts/text-box'
import { Timeline } from '@/components/contacts/timeline'
import { useTimeline } from '@/components/contacts/use-timeline'
import { ObstacleNote } from '@/components/shell/obstacle-note'
import { PlaceLink } from '@/components/shell/place-link'
import { Button, buttonClass } from '@/components/ui/button'
import { useObstacle } from '@/lib/client/features'
import { formatPhone } from '@/lib/format/phone'
import { contactHref } from '@/lib/report/contact'
import type { Conversation, InboxAction, InboxRow } from '@/lib/report/inbox'
import type { TextSender } from '@/lib/report/texts'

interface ConversationPaneProps {
  conversation: Conversation
  /** What the list says of it; null when it is not in the list. */
  row: InboxRow | null
  context: CallContext
  senders: TextSender[] | null
  onAct: (action: InboxAction) => void
  onClose: () => void
}

/** One conversation: what can be done with it, a box to answer in, and everything said with the number. */
export function ConversationPane({ conversation, row, context, senders, onAct, onClose }: ConversationPaneProps) {
  const t = useTranslations('inbox')
  const { line, number } = conversation
  const asked = useTimeline(number, null)
  const obstacle = useObstacle('marking')
  const contacts = asked.timeline?.contacts ?? []
  const name = row?.contact?.name || contacts[0]?.name || formatPhone(number)
  const calls = asked.timeline?.rows.filter(each => each.kind === 'call') ?? []
  return (
    <section aria-label={t('conversation')} className="flex min-w-0 flex-col">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-b px-5 py-3 max-sm:px-4">
        <Button look="icon" className="lg:hidden" aria-label={t('back')} onClick={onClose}>
          <ArrowLeft aria-hidden size={16} />
        </Button>
        <div className="min-w-0 flex-1">
          <h2 className="num truncate font-semibold text-[15px]">
            <PlaceLink href={contactHref(number) ?? '/inbox'} className="text-ink no-underline hover:underline">
              <bdi>{name}</bdi>
            </PlaceLink>
          </h2>
          <p className="num truncate text-[13px] text-ink-3">
            {name !== formatPhone(number) && `${formatPhone(number)} · `}
            {t('onLine', { line: lineName(line, context.directory) ?? line })}
            {contacts.length > 1 && ` · ${t('several', { count: contacts.length })}`}
          </p>
        </div>
        {obstacle ? null : <Deeds row={row} onAct={onAct} />}
      </header>
      {obstacle && <ObstacleNote feature="marking" obstacle={obstacle} className="border-line border-b px-5 py-2.5" />}
      <div className="border-line border-b empty:hidden">
        <TextBox key={number} to={number} senders={senders} preferred={line} directory={context.directory} />
      </div>
      <Timeline {...asked} context={context} />
      <CallOverlay ids={calls.map(each => each.id)} context={context} peek={id => calls.find(each => each.id === id)} />
    </section>
  )
}

/** The buttons. What is not in the list may be read, unread or archived, so all of them are offered: none does harm. */
function Deeds({ row, onAct }: { row: InboxRow | null; onAct: (action: InboxAction) => void }) {
  const t = useTranslations('inbox')
  const read = row?.unread !== false
  const unread = row?.unread !== true
  const deeds = [
    ...(read ? [['READ', MailOpen] as const] : []),
    ...(unread ? [['UNREAD', Mail] as const] : []),
    ['ARCHIVE', Archive] as const,
    ...(row ? [] : [['UNARCHIVE', Inbox] as const]),
  ]
  return (
    <div className="flex flex-wrap gap-1.5">
      {deeds.map(([action, Icon]) => (
        <button
          key={action}
          type="button"
          className={buttonClass('chip')}
          title={t(`deed.${action}`)}
          onClick={() => onAct(action)}
        >
          <Icon aria-hidden size={15} strokeWidth={1.75} />
          <span className="max-sm:sr-only">{t(`deed.${action}`)}</span>
        </button>
      ))}
    </div>
  )
}
