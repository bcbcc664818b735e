'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useDeferredValue } from 'react'
import { Bone } from '@/components/ui/bone'
import { formatPhone } from '@/lib/format/phone'
import { lineAt } from '@/lib/report/transcript'
import type { CallContext } from './call-context'
import { CallFacts } from './call-facts'
import { CallTagged } from './call-tagged'
import { CopyMoment } from './copy-moment'
import { Highlighted } from './highlighted'
import { Player } from './player'
import type { ShownCall } from './shown-call'
import { TalkShare } from './talk-share'
import { Transcript } from './transcript'
import { usePlayer } from './use-player'
import { usePlayerKeys } from './use-player-keys'

interface CallBodyProps {
  call: ShownCall
  context: CallContext
  /** Of the heading above. */
  level: 1 | 2
  /** Second of the recording to begin at; null for none. */
  at: number | null
  highlight: readonly string[]
  /** Why the rest of the call is not coming; null while it may be. */
  failure: ReactNode
}

/** Everything of a call but its name: facts, recording, summary, tags, transcript. A recording that fails takes nothing else with it. */
export function CallBody({ call, context, level, at, highlight, failure }: CallBodyProps) {
  const t = useTranslations('call')
  const beginAt = at !== null && (call.duration === null || at < call.duration) ? at : null
  const player = usePlayer(call.id, call.duration, beginAt)
  const playable = call.hasRecording === true && player.error === null
  usePlayerKeys(player, playable)
  const onSeek = playable ? player.playFrom : null
  const names = {
    us: call.user?.name ?? t('us'),
    them: call.contacts[0]?.name || formatPhone(call.contactNumber),
  }
  const { summary } = call
  // In a drawer the rest comes first, and a long transcript in steps after it; a page has it in its first HTML.
  const transcript = useDeferredValue(call.transcript, level === 1 ? call.transcript : undefined)
  return (
    <div className="mt-5 flex flex-col gap-6">
      <CallFacts call={call} context={context} />
      {call.hasRecording === undefined ? (
        <Waiting failure={failure} className="h-[60px] rounded-card!" />
      ) : call.hasRecording ? (
        <div className="sticky top-0 z-10 bg-surface print:hidden">
          <Player id={call.id} player={player} />
          {player.started && playable && <CopyMoment id={call.id} seconds={player.time} />}
        </div>
      ) : (
        <p className="text-[13px] text-ink-3">{t('noRecording')}</p>
      )}
      <Part level={level} title={t('summary')}>
        {summary === undefined ? (
          <Waiting failure={failure} className="h-16" />
        ) : summary ? (
          <p dir="auto" className="max-w-[66ch] whitespace-pre-line [overflow-wrap:anywhere]">
            <Highlighted text={summary} terms={highlight} />
          </p>
        ) : (
          <p className="text-ink-3">{t('noSummary')}</p>
        )}
        <CallTagged id={call.id} tags={call.tags} context={context} complete={call.transcript !== undefined} />
      </Part>
      {failure}
      {transcript === undefined && failure ? null : (
        <Part level={level} title={t('transcript')}>
          {transcript === undefined ? (
            <Bone className="h-60" />
          ) : transcript && transcript.length > 0 ? (
            <>
              <TalkShare lines={transcript} duration={call.duration} names={names} onSeek={onSeek} />
              <Transcript
                lines={transcript}
                names={names}
                current={player.started ? lineAt(transcript, player.time) : -1}
                onSeek={onSeek}
                terms={highlight}
              />
            </>
          ) : (
            <p className="text-ink-3">{t('noTranscript')}</p>
          )}
        </Part>
      )}
    </div>
  )
}

/** A place for what is on its way; nothing once it is known not to come. */
function Waiting({ failure, className }: { failure: ReactNode; className: string }) {
  return failure ? null : <Bone className={className} />
}

function Part({ level, title, children }: { level: 1 | 2; title: string; children: ReactNode }) {
  const Title = level === 1 ? 'h2' : 'h3'
  return (
    <section>
      <Title className="mb-2 font-semibold text-[13px] text-ink-2">{title}</Title>
      {children}
    </section>
  )
}
