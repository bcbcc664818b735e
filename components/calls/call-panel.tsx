'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { callQuery } from '@/lib/client/drill-query'
import { CallBody } from './call-body'
import { CallBone } from './call-bone'
import { CallContact } from './call-contact'
import type { CallContext } from './call-context'
import { Failure } from './failure'
import type { ShownCall } from './shown-call'
import { TextInstead } from './text-instead'

export interface CallPanelProps {
  /** Given to the heading, which names whatever stands around the panel. */
  titleId: string
  /** Of the heading: 1 where the call is the page. */
  level?: 1 | 2
  id: string
  context: CallContext
  /** What is known before the call itself is here: it stands there at once. */
  peek: ShownCall | null
  /** Second of the recording to begin at; null for none. */
  at: number | null
  /** Terms of the list's search, as `termsOf` gives them. */
  highlight: readonly string[]
}

/** A call with all its parts, wherever it is opened: in a drawer or on its own page. */
export function CallPanel({ titleId, level = 2, id, context, peek, at, highlight }: CallPanelProps) {
  const t = useTranslations('call')
  const { data, error, failureReason, isFetching, refetch } = useQuery(callQuery(id))
  const call = data ?? peek
  const failed = data ? null : isFetching ? failureReason : error
  const gone = failed?.code === 'NOT_FOUND' ? t('gone') : failed?.code === 'FORBIDDEN' ? t('notYours') : undefined
  const failure = failed && <Failure error={failed} sentence={gone} onRetry={() => void refetch()} />
  return (
    <>
      <CallContact
        titleId={titleId}
        level={level}
        name={call?.contacts[0]?.name || null}
        company={call?.contacts[0]?.company ?? null}
        number={call?.contactNumber ?? ''}
        contacts={call?.contacts ?? []}
      />
      {call === null ? (
        failure || <CallBone />
      ) : call.kind === 'text' ? (
        <TextInstead number={call.contactNumber} />
      ) : (
        <CallBody call={call} context={context} at={at} highlight={highlight} level={level} failure={failure} />
      )}
    </>
  )
}
