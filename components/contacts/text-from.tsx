import { useTranslations } from 'next-intl'
import { FIELD_BOX } from '@/components/ui/field'
import { formatPhone } from '@/lib/format/phone'
import type { Directory } from '@/lib/report/directory'
import type { TextSender } from '@/lib/report/texts'

interface TextFromProps {
  /** What the text can be sent from; at least one. */
  senders: TextSender[]
  chosen: TextSender
  onChoose: (id: string) => void
  directory: Directory | null
}

function nameOf({ kind, id, name }: TextSender, directory: Directory | null): string {
  if (kind === 'senderId') return id
  const known = name ?? directory?.lines.find(line => line.number === id)?.name
  return known ? `${known} · ${formatPhone(id)}` : formatPhone(id)
}

/** What a text is sent from: said where there is one way, chosen where there are several. */
export function TextFrom({ senders, chosen, onChoose, directory }: TextFromProps) {
  const t = useTranslations('texts')
  if (senders.length === 1) {
    return (
      <p className="num text-[13px] text-ink-3">
        {t('from')} <bdi className="font-medium text-ink-2">{nameOf(chosen, directory)}</bdi>
      </p>
    )
  }
  return (
    <label className="num flex items-center gap-2 text-[13px] text-ink-3">
      {t('from')}
      <select
        value={chosen.id}
        onChange={event => onChoose(event.target.value)}
        className={`${FIELD_BOX} h-8! w-auto! min-w-0 text-[13px]!`}
      >
        {senders.map(sender => (
          <option key={sender.id} value={sender.id}>
            {nameOf(sender, directory)}
          </option>
        ))}
      </select>
    </label>
  )
}
