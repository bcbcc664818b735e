'use client'
import { useLocale, useTranslations } from 'next-intl'
import type { CallContext } from '@/components/calls/call-context'
import { Card } from '@/components/ui/card'
import { formatCount } from '@/lib/format/numbers'
import type { PersonCalls } from '@/lib/report/person'

/** How often each tag occurs on the latest calls of somebody, and on how many of them that was counted. */
export function PersonTags({ data, context }: { data: PersonCalls | null; context: CallContext }) {
  const locale = useLocale()
  const t = useTranslations('person')
  const { directory, conversionTags } = context
  const most = Math.max(1, ...(data?.tags.map(tag => tag.calls) ?? []))
  return (
    <Card aria-label={t('tags')} className="self-start">
      <h2 className="mb-3 font-semibold tracking-[-0.005em]">{t('tags')}</h2>
      {data && data.tags.length === 0 && <p className="text-[13px] text-ink-3">{t('noTags')}</p>}
      {data && data.tags.length > 0 && (
        <ul className="num divide-y divide-line">
          {data.tags.map(({ key, calls }) => (
            <li key={key} className="grid grid-cols-[minmax(0,1fr)_28%_auto] items-center gap-3 py-[5.5px]">
              <span dir="auto" className="truncate">
                {directory?.tags.find(tag => tag.key === key)?.name ?? key}
              </span>
              <span aria-hidden className="h-2">
                <i
                  className={`block h-full min-w-[2px] rounded-full ${conversionTags.includes(key) ? 'bg-won' : 'bg-act-2'}`}
                  style={{ width: `${(calls / most) * 100}%` }}
                />
              </span>
              <span className="min-w-6 text-right font-semibold">{formatCount(calls, locale)}</span>
            </li>
          ))}
        </ul>
      )}
      {data && data.read > 0 && (
        <p className="num mt-3 text-[13px] text-ink-3 text-pretty">
          {data.read < data.total
            ? t('tagsOfSome', { read: data.read, total: formatCount(data.total, locale) })
            : t('tagsOfAll', { read: data.read })}
        </p>
      )}
    </Card>
  )
}
