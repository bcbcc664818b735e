'use client'
import { Play } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useErrorText } from '@/components/report/error-text'
import { Button } from '@/components/ui/button'
import { useOpenCall } from '@/lib/client/open-call'
import type { ReviewDocument } from '@/lib/report/review/document'
import type { ReviewWritings } from '@/lib/report/review/writings'
import { CallActions } from './call-actions'
import { callTitle } from './call-words'
import { chosenCalls, droppedCalls } from './chosen-calls'
import { DroppedLine } from './dropped-line'
import ListenPlayer from './listen-player'
import { PlayableLine } from './playable-line'
import { useCallChoice } from './use-call-choice'

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
  const { choose, error } = useCallChoice(reviewKey, writings)
  const [playing, setPlaying] = useState<{ id: string; at: number } | null>(null)
  const chosen = chosenCalls(document, writings)
  const dropped = droppedCalls(document, writings)
  const playable = chosen.filter(({ call }) => call.hasRecording)
  const playAt = (place: number) => {
    const entry = playable[place]
    setPlaying(entry ? { id: entry.call.id, at: 0 } : null)
  }

  if (chosen.length === 0 && dropped.length === 0) return <p className="text-ink-3">{t('calls.none')}</p>
  return (
    <>
      {playable.length > 1 && (
        <p className="mb-3 print:hidden">
          <Button onClick={() => playAt(0)}>
            <Play aria-hidden className="size-3.5 fill-current" />
            {t('calls.playAll', { count: playable.length })}
          </Button>
        </p>
      )}
      <ul>
        {chosen.map(entry => {
          const { call, moments, choice } = entry
          const name = callTitle(t, call)
          return (
            <PlayableLine
              key={call.id}
              entry={entry}
              onPlay={at => setPlaying(at === null ? null : { id: call.id, at })}
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
                  <CallActions
                    name={name}
                    pinned={choice?.state === 'pinned'}
                    onChoose={state => choose(entry, { state })}
                  />
                )
              }
              player={
                playing?.id === call.id ? (
                  <ListenPlayer
                    key={`${call.id} ${playing.at}`}
                    call={call}
                    moments={moments}
                    at={playing.at}
                    keys={false}
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
                    onEnded={() => playAt(playable.findIndex(each => each.call.id === call.id) + 1)}
                  />
                ) : null
              }
            />
          )
        })}
      </ul>
      {writes && dropped.length > 0 && (
        <DroppedLine dropped={dropped} onRestore={entry => choose(entry, { state: 'suggested' })} />
      )}
      {error && (
        <p role="alert" className="mt-2 text-[13px] text-down">
          {error.code === 'CONFLICT' ? t('calls.conflict') : errorText(error)}
        </p>
      )}
    </>
  )
}
