'use client'
import { Pause, Pin, PinOff, Play, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useErrorText } from '@/components/report/error-text'
import { Button, buttonClass } from '@/components/ui/button'
import { useOpenCall } from '@/lib/client/open-call'
import { useReviewWrite } from '@/lib/client/review-writes'
import type { Moment, ReviewDocument, ReviewWritings } from '@/lib/report/review/document'
import { CallLine } from './call-line'
import { callTitle } from './call-words'
import { type ChosenCall, chosenCalls, droppedCalls } from './chosen-calls'
import { ListenPlayer } from './listen-player'

interface ListenCallsProps {
  reviewKey: string
  document: ReviewDocument
  writings: ReviewWritings | null
  writes: boolean
}

/** Calls worth a listen: played here, one after another in their order; pinned, dropped and marked by who may write. */
export function ListenCalls({ reviewKey, document, writings, writes }: ListenCallsProps) {
  const t = useTranslations('reviews')
  const errorText = useErrorText()
  const open = useOpenCall()
  const write = useReviewWrite(reviewKey)
  const [playing, setPlaying] = useState<{ id: string; at: number } | null>(null)
  const chosen = chosenCalls(document, writings)
  const dropped = droppedCalls(document, writings)
  const playable = chosen.filter(({ call }) => call.hasRecording)

  function choose({ call, choice, moments }: ChosenCall, change: { state?: string; moments?: readonly Moment[] }) {
    const pinned = writings?.calls.filter(each => each.state === 'pinned') ?? []
    const last = Math.max(0, ...pinned.map(({ position }) => position))
    const state = change.state ?? choice?.state ?? 'suggested'
    write.mutate({
      method: 'PUT',
      path: `/calls/${encodeURIComponent(call.id)}`,
      body: {
        state,
        moments: (change.moments ?? moments).map(({ second, label }) => ({ second, label })),
        position: change.state === 'pinned' ? last + 1 : (choice?.position ?? 0),
        version: choice?.version ?? 0,
      },
    })
  }
  const next = (id: string) => {
    const place = playable.findIndex(({ call }) => call.id === id)
    const following = playable[place + 1]
    setPlaying(following ? { id: following.call.id, at: 0 } : null)
  }

  if (chosen.length === 0 && dropped.length === 0) return <p className="text-ink-3">{t('calls.none')}</p>
  return (
    <>
      {playable.length > 1 && (
        <p className="mb-3 print:hidden">
          <Button onClick={() => setPlaying(playable[0] ? { id: playable[0].call.id, at: 0 } : null)}>
            <Play aria-hidden className="size-3.5 fill-current" />
            {t('calls.playAll', { count: playable.length })}
          </Button>
        </p>
      )}
      <ul>
        {chosen.map(entry => {
          const { call, moments, choice } = entry
          const name = callTitle(t, call)
          const isPlaying = playing?.id === call.id
          const Icon = isPlaying ? Pause : Play
          return (
            <CallLine
              key={call.id}
              call={call}
              moments={moments}
              play={
                call.hasRecording && (
                  <button
                    type="button"
                    aria-label={t(isPlaying ? 'calls.stop' : 'calls.play', { name })}
                    onClick={() => setPlaying(isPlaying ? null : { id: call.id, at: 0 })}
                    className="grid size-[34px] shrink-0 place-items-center rounded-full bg-sunken hover:bg-line print:hidden"
                  >
                    <Icon aria-hidden className="size-3.5 fill-current" />
                  </button>
                )
              }
              title={
                call.contactNumber === null ? undefined : (
                  <a
                    {...open.linkTo(call.id)}
                    data-call={call.id}
                    className="rounded-sm underline-offset-4 hover:underline"
                  >
                    {name}
                  </a>
                )
              }
              actions={
                writes && (
                  <>
                    <Button
                      look="ghost"
                      className="h-7! text-[13px]"
                      aria-label={t('named', {
                        action: t(choice?.state === 'pinned' ? 'calls.unpin' : 'calls.pin'),
                        name,
                      })}
                      onClick={() => choose(entry, { state: choice?.state === 'pinned' ? 'suggested' : 'pinned' })}
                    >
                      {choice?.state === 'pinned' ? (
                        <PinOff aria-hidden size={14} strokeWidth={1.75} />
                      ) : (
                        <Pin aria-hidden size={14} strokeWidth={1.75} />
                      )}
                      {t(choice?.state === 'pinned' ? 'calls.unpin' : 'calls.pin')}
                    </Button>
                    <Button
                      look="ghost"
                      className="h-7! text-[13px]"
                      aria-label={t('named', { action: t('calls.drop'), name })}
                      onClick={() => choose(entry, { state: 'dropped' })}
                    >
                      <X aria-hidden size={14} strokeWidth={1.75} />
                      {t('calls.drop')}
                    </Button>
                  </>
                )
              }
            >
              {isPlaying ? (
                <ListenPlayer
                  key={`${call.id} ${playing.at}`}
                  call={call}
                  moments={moments}
                  at={playing.at}
                  onMark={
                    writes
                      ? moment =>
                          choose(entry, {
                            moments: [...moments, { ...moment, by: '' }].sort(
                              (one, other) => one.second - other.second,
                            ),
                          })
                      : null
                  }
                  onUnmark={writes ? gone => choose(entry, { moments: moments.filter(each => each !== gone) }) : null}
                  onEnded={() => next(call.id)}
                />
              ) : (
                moments.length > 0 && (
                  <Moments
                    moments={moments}
                    onPlay={call.hasRecording ? second => setPlaying({ id: call.id, at: second }) : null}
                  />
                )
              )}
            </CallLine>
          )
        })}
      </ul>
      {writes && dropped.length > 0 && (
        <p className="mt-2 flex flex-wrap items-center gap-1 text-[13px] text-ink-3 print:hidden">
          {t('calls.dropped')}
          {dropped.map(entry => (
            <button
              key={entry.call.id}
              type="button"
              aria-label={t('calls.restore', { name: callTitle(t, entry.call) })}
              onClick={() => choose(entry, { state: 'suggested' })}
              className={buttonClass('ghost', 'h-7! max-w-60 text-[13px]')}
            >
              <span className="truncate">↩ {callTitle(t, entry.call)}</span>
            </button>
          ))}
        </p>
      )}
      {write.error && (
        <p role="alert" className="mt-2 text-[13px] text-down">
          {write.error.code === 'CONFLICT' ? t('calls.conflict') : errorText(write.error)}
        </p>
      )}
    </>
  )
}

function Moments({ moments, onPlay }: { moments: readonly Moment[]; onPlay: ((second: number) => void) | null }) {
  const t = useTranslations('reviews')
  return (
    <ul className="num mt-1 flex flex-wrap gap-x-3 gap-y-1 text-[13px] text-ink-2">
      {moments.map(({ second, label, by }) => {
        const at = `${Math.floor(second / 60)}:${String(second % 60).padStart(2, '0')}`
        return (
          <li key={`${second} ${label}`} title={t('calls.markedBy', { name: by })}>
            {onPlay ? (
              <button type="button" onClick={() => onPlay(second)} className="rounded-sm hover:text-act-3">
                <b className="font-semibold">{at}</b> {label}
              </button>
            ) : (
              `${at} ${label}`
            )}
          </li>
        )
      })}
    </ul>
  )
}
