'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Bone } from '@/components/ui/bone'
import { formatPhone } from '@/lib/format/phone'
import type { CallAnswer } from '@/lib/report/drilldown'
import type { CallContext } from './call-context'
import { CallFacts } from './call-facts'
import { CallTags } from './call-tags'
import { Player } from './player'
import { Transcript } from './transcript'
import { lineAt } from './turns'
import { usePlayer } from './use-player'

/** Everything of a call but its name: facts, recording, summary, tags, transcript. A recording that fails takes nothing else with it. */
export function CallBody({ call, context }: { call: CallAnswer; context: CallContext }) {
  const t = useTranslations('call')
  const player = usePlayer(call.id, call.duration)
  const playable = call.hasRecording && player.error === null
  return (
    <div className="mt-5 flex flex-col gap-6">
      <CallFacts call={call} context={context} />
      {call.hasRecording ? (
        <Player id={call.id} player={player} />
      ) : (
        <p className="text-[13px] text-ink-3">{t('noRecording')}</p>
      )}
      <Part title={t('summary')}>
        {call.summary ? (
          <p dir="auto" className="max-w-[66ch] whitespace-pre-line [overflow-wrap:anywhere]">
            {call.summary}
          </p>
        ) : (
          <p className="text-ink-3">{t('noSummary')}</p>
        )}
        <CallTags label={t('tags')} tags={call.tags} context={context} className="mt-2.5" />
      </Part>
      <Part title={t('transcript')}>
        {call.transcript && call.transcript.length > 0 ? (
          <Transcript
            lines={call.transcript}
            us={call.user?.name ?? null}
            them={call.contacts[0]?.name ?? formatPhone(call.contactNumber)}
            current={player.started ? lineAt(call.transcript, player.time) : -1}
            onSeek={playable ? player.playFrom : null}
          />
        ) : (
          <p className="text-ink-3">{t('noTranscript')}</p>
        )}
      </Part>
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-2 font-semibold text-[13px] text-ink-2">{title}</h3>
      {children}
    </section>
  )
}

/** Where the parts of a call will stand. */
export function CallBone() {
  return (
    <div aria-busy className="mt-5 flex flex-col gap-6">
      <div className="grid grid-cols-3 gap-4 max-sm:grid-cols-2">
        {['date', 'duration', 'person', 'direction', 'result', 'line'].map(fact => (
          <Bone key={fact} className="h-9" />
        ))}
      </div>
      <Bone className="h-[60px] rounded-card!" />
      <Bone className="h-20" />
      <Bone className="h-60" />
    </div>
  )
}
