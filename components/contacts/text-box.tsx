'use client'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useId } from 'react'
import { ObstacleNote } from '@/components/shell/obstacle-note'
import { Button } from '@/components/ui/button'
import { useObstacle } from '@/lib/client/features'
import { useMay } from '@/lib/client/permissions'
import { useText } from '@/lib/client/texts-send'
import { showToast } from '@/lib/client/toast'
import type { Directory } from '@/lib/report/directory'
import {
  LONGEST_TEXT,
  looksLikeLandline,
  measureText,
  sendersTo,
  type TextSender,
  whyNothingSends,
} from '@/lib/report/texts'
import { TextFailure } from './text-failure'
import { TextFrom } from './text-from'
import { TextLength } from './text-length'

export interface TextBoxProps {
  /** E.164. */
  to: string
  /** Everything that texts could be sent from; null when Allo could not be asked. */
  senders: TextSender[] | null
  /** The line spoken with, to be sent from where that can be. */
  preferred: string | null
  directory: Directory | null
}

/** Where a text is written. What stands in its way, and what follows from how it goes, is told before anything is sent. */
export function TextBox({ to, senders, preferred, directory }: TextBoxProps) {
  const t = useTranslations('texts')
  const may = useMay('texts.send')
  const obstacle = useObstacle('texts')
  if (!may) return null
  if (obstacle) return <ObstacleNote feature="texts" obstacle={obstacle} className="px-5 py-3 max-sm:px-4" />
  const able = senders && sendersTo(senders, to, preferred)
  if (able && able.length > 0) return <Box to={to} senders={able} directory={directory} />
  return (
    <p role="note" className="px-5 py-3 text-[13px] text-ink-2 text-pretty max-sm:px-4">
      {able === null ? t('sendersUnknown') : t(`nothing.${whyNothingSends(to)}`)}
    </p>
  )
}

function Box({ to, senders, directory }: { to: string; senders: TextSender[]; directory: Directory | null }) {
  const t = useTranslations('texts')
  const id = useId()
  const text = useText(to, () => showToast(t('sent')))
  const { draft, error, sending } = text
  const sender = senders.find(each => each.id === draft.from) ?? senders[0]
  const length = measureText(draft.message)
  const tooLong = length.characters > LONGEST_TEXT
  if (!sender) return null
  const submit = () => {
    if (length.fits) text.send(sender)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
    event.preventDefault()
    submit()
  }
  return (
    <form
      aria-label={t('title')}
      className="flex flex-col gap-2 px-5 py-3.5 max-sm:px-4"
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      <TextFrom senders={senders} chosen={sender} onChoose={text.choose} directory={directory} />
      <textarea
        id={id}
        aria-label={t('message')}
        placeholder={t('placeholder')}
        aria-invalid={tooLong}
        aria-describedby={`${id}-rule ${id}-length`}
        value={draft.message}
        readOnly={sending}
        rows={3}
        onChange={event => text.write(event.target.value)}
        onKeyDown={onKeyDown}
        className="field-sizing-content max-h-60 min-h-[76px] w-full resize-y rounded-lg border border-line bg-surface px-3 py-2 text-[14px] text-ink aria-invalid:border-down max-sm:text-[16px]"
      />
      <p id={`${id}-rule`} className="text-[13px] text-ink-2 text-pretty">
        {sender.kind === 'senderId' ? t('rule.senderId', { name: sender.id }) : t('rule.line')}
        {looksLikeLandline(to) && ` ${t('rule.landline')}`}
      </p>
      <TextFailure error={error} draft={draft} from={sender.id} sending={sending} />
      <div className="flex items-center justify-between gap-3">
        <TextLength id={`${id}-length`} length={length} />
        <Button type="submit" look="solid" disabled={!length.fits || sending}>
          {sending ? t('sending') : t('send')}
        </Button>
      </div>
    </form>
  )
}
