'use client'
import { useQuery } from '@tanstack/react-query'
import type { CallContext } from '@/components/calls/call-context'
import { CallOverlay } from '@/components/calls/call-overlay'
import { Card } from '@/components/ui/card'
import { directoryQuery } from '@/lib/client/directory-query'
import type { ErrorBody } from '@/lib/errors'
import type { TextSender } from '@/lib/report/texts'
import { ContactFacts } from './contact-facts'
import { ContactHead } from './contact-head'
import { TextBox } from './text-box'
import { Timeline } from './timeline'
import { useTimeline } from './use-timeline'

interface ContactViewProps {
  /** E.164. */
  number: string
  context: Omit<CallContext, 'directory'>
  senders: TextSender[] | null
  /** Why the server could not send the timeline along. */
  failure: ErrorBody['error'] | null
}

/** Everything with one phone number: who has it, what was said, and a box to write to it. */
export function ContactView({ number, context, senders, failure }: ContactViewProps) {
  const { data: directory = null } = useQuery(directoryQuery())
  const asked = useTimeline(number, failure)
  const { timeline } = asked
  const contacts = timeline?.contacts ?? []
  const lines = timeline?.lines ?? []
  const calls = timeline?.rows.filter(row => row.kind === 'call') ?? []
  const whole = { ...context, directory }
  return (
    <div className="flex flex-col gap-4">
      <ContactHead number={number} contacts={contacts} totalCount={timeline?.totalCount ?? null} />
      <div className="grid gap-3 lg:grid-cols-[minmax(0,1fr)_300px]">
        <div className="order-2 flex min-w-0 flex-col gap-3 lg:order-1">
          <Card className="p-0! empty:hidden">
            <TextBox to={number} senders={senders} preferred={lines[0] ?? null} directory={directory} />
          </Card>
          <Card className="overflow-hidden p-0!">
            <Timeline {...asked} context={whole} />
          </Card>
        </div>
        <div className="order-1 lg:order-2">
          {timeline && <ContactFacts contacts={contacts} lines={lines} directory={directory} />}
        </div>
      </div>
      <CallOverlay ids={calls.map(row => row.id)} context={whole} peek={id => calls.find(row => row.id === id)} />
    </div>
  )
}
