'use client'
import { useQuery } from '@tanstack/react-query'
import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { CallContext } from '@/components/calls/call-context'
import { ObstacleNote } from '@/components/shell/obstacle-note'
import { Card } from '@/components/ui/card'
import { Segmented } from '@/components/ui/segmented'
import { directoryQuery } from '@/lib/client/directory-query'
import { useObstacle } from '@/lib/client/features'
import { useInboxView } from '@/lib/client/inbox-address'
import { inboxQuery } from '@/lib/client/inbox-query'
import { useShortcuts } from '@/lib/client/shortcuts'
import { CallboardError, type ErrorBody } from '@/lib/errors'
import { isPlainClick } from '@/lib/plain-click'
import { type Conversation, type InboxAction, isSame } from '@/lib/report/inbox'
import type { TextSender } from '@/lib/report/texts'
import { ConversationPane } from './conversation-pane'
import { InboxLines } from './inbox-lines'
import { InboxList } from './inbox-list'
import { useDeeds } from './use-deeds'
import { usePlaces } from './use-places'

const SHOWS = ['unread', 'all'] as const
/** As the server has it. */
const DEEPEST = 20
const PANE = 'relative overflow-hidden p-0! lg:h-[calc(100dvh-150px)] lg:overflow-y-auto'

interface InboxViewProps {
  context: Omit<CallContext, 'directory'>
  senders: TextSender[] | null
  /** Why the server could not send the list along. */
  failure: ErrorBody['error'] | null
}

/** The inbox: lines with their counts, conversations, and beside them the one that is open; on a phone one of the two. */
export function InboxView({ context, senders, failure }: InboxViewProps) {
  const t = useTranslations('inbox')
  const { view, setView, hrefOf } = useInboxView()
  const [depth, setDepth] = useState(1)
  const asked = useQuery(inboxQuery(view, depth))
  const { data: directory = null } = useQuery(directoryQuery())
  const conversations = useObstacle('conversations')
  const lines = useObstacle('lines')
  const obstacle = conversations ?? lines
  const marking = useObstacle('marking') === null
  const act = useDeeds()
  const { open } = view
  const rows = asked.data?.rows ?? []
  const row = rows.find(each => isSame(each, open)) ?? null
  const places = usePlaces(rows, view)
  const whole = { ...context, directory }

  const show = (conversation: Conversation | null) =>
    setView({ ...view, open: conversation }, open && conversation ? 'replace' : 'push')
  const onAct = (action: InboxAction) => {
    if (!open || !marking) return
    const below = places.below() ?? places.above()
    act(open, action, row?.unread ?? false)
    if (action !== 'ARCHIVE') return
    // Beside the list the next one opens; on a phone the list comes back.
    const beside = matchMedia('(min-width: 1024px)').matches
    setView({ ...view, open: beside && below && !isSame(below, open) ? below : null }, 'replace')
  }
  useShortcuts({
    j: () => {
      const next = places.below()
      if (next) show(next)
    },
    k: () => {
      const next = places.above()
      if (next) show(next)
    },
    e: () => onAct('ARCHIVE'),
    r: () => onAct('READ'),
    u: () => onAct('UNREAD'),
  })
  useEffect(() => {
    if (open) document.querySelector('[data-inbox] [aria-current="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [open])

  if (obstacle) {
    return (
      <Card>
        <h1 className="mb-1 font-semibold text-[17px]">{t('title')}</h1>
        <ObstacleNote feature={conversations ? 'conversations' : 'lines'} obstacle={obstacle} />
      </Card>
    )
  }
  const before =
    failure && !asked.data && asked.isPending ? new CallboardError(failure.code, 'on the server', failure) : null
  return (
    <div className="flex flex-col gap-3">
      <header className={clsx('flex flex-wrap items-center gap-3', open && 'max-lg:hidden')}>
        <h1 className="mr-auto font-[650] text-[20px] leading-7 tracking-[-0.01em]">{t('title')}</h1>
        <p className="text-[13px] text-ink-3 max-lg:hidden">{t('keys')}</p>
        <Segmented
          label={t('which')}
          value={view.show}
          segments={SHOWS.map(value => ({ value, label: t(`show.${value}`), href: hrefOf({ ...view, show: value }) }))}
          onSelect={value => {
            setDepth(1)
            setView({ ...view, show: value })
          }}
        />
      </header>
      <div className={clsx(open && 'max-lg:hidden')}>
        <InboxLines
          lines={asked.data?.lines ?? []}
          chosen={view.line}
          hrefOf={line => hrefOf({ ...view, line, open: null })}
          onChoose={line => {
            setDepth(1)
            setView({ ...view, line, open: null })
          }}
        />
      </div>
      <div className="grid gap-3 lg:grid-cols-[380px_minmax(0,1fr)]">
        <Card data-inbox className={clsx(PANE, open && 'max-lg:hidden')}>
          <InboxList
            answer={asked.data}
            view={view}
            error={asked.error ?? before}
            loading={asked.isPlaceholderData}
            context={whole}
            linkTo={conversation => ({
              href: hrefOf({ ...view, open: conversation }),
              onClick(event) {
                if (!isPlainClick(event)) return
                event.preventDefault()
                show(conversation)
              },
            })}
            onRetry={() => void asked.refetch()}
            onMore={() => setDepth(Math.min(DEEPEST, depth + 1))}
          />
        </Card>
        <Card className={clsx(PANE, !open && 'max-lg:hidden')}>
          {open ? (
            <ConversationPane
              key={`${open.line} ${open.number}`}
              conversation={open}
              row={row}
              context={whole}
              senders={senders}
              onAct={onAct}
              onClose={() => setView({ ...view, open: null })}
            />
          ) : (
            <p className="grid h-full min-h-40 place-items-center text-ink-3">{t('chooseOne')}</p>
          )}
        </Card>
      </div>
    </div>
  )
}
