'use client'
import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import { CHIP } from '@/components/report/filter-chip'
import { buttonClass } from '@/components/ui/button'
import { Segmented } from '@/components/ui/segmented'
import type { CallsView } from '@/lib/client/calls-view'
import { useMay } from '@/lib/client/permissions'
import { formatPhone } from '@/lib/format/phone'
import { ALL_CALLS, type CallsQuery, DIRECTIONS, ITEM_TYPES, RESULTS, writeCalls } from '@/lib/report/calls-query'
import type { Directory } from '@/lib/report/directory'
import type { Clock } from '@/lib/report/named-period'
import { ChoiceChip } from './choice-chip'
import { ContactChip } from './contact-chip'
import { DatesChip } from './dates-chip'
import { TagsChip } from './tags-chip'

interface CallsFiltersProps extends Pick<CallsView, 'query' | 'setQuery' | 'linkTo'> {
  clock: Clock
  directory: Directory | null
}

/** Everything that narrows the list. Each choice is a new address and counts at once. */
export function CallsFilters({ query, setQuery, linkTo, clock, directory }: CallsFiltersProps) {
  const t = useTranslations('calls.filters')
  const call = useTranslations('call')
  const blocked = useTranslations('filters.scope')('blocked')
  const choosesPeople = useMay('calls.all')
  const ask = (change: Partial<CallsQuery>) => setQuery({ ...query, ...change })
  const people = (directory?.people ?? [])
    .toSorted((one, other) => Number(one.blocked) - Number(other.blocked))
    .map(person => ({ value: person.id, label: person.name, note: person.blocked ? blocked : undefined }))
  const lines = (directory?.lines ?? []).map(({ number, name }) => ({
    value: number,
    label: name ?? formatPhone(number),
    note: name === null ? undefined : formatPhone(number),
  }))
  const narrowed = writeCalls({ ...query, q: '', sort: 'newest' }) !== ''
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend beside the heading
    <div
      role="group"
      aria-label={t('group')}
      className="mt-2 flex min-w-0 flex-wrap items-center gap-2 max-sm:-mx-4 max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:px-4 max-sm:py-1 max-sm:*:shrink-0 noscript:hidden print:hidden"
    >
      <Segmented
        label={t('type')}
        value={query.type}
        segments={ITEM_TYPES.map(type => ({ value: type, label: t(type), href: linkTo({ type }).href }))}
        onSelect={type => ask({ type })}
      />
      <DatesChip value={query.dates} clock={clock} onChoose={dates => ask({ dates })} />
      <ChoiceChip
        label={call('facts.direction')}
        none={t('anyDirection')}
        value={query.direction}
        choices={DIRECTIONS.map(value => ({ value, label: call(`direction.${value}`) }))}
        onChoose={direction => ask({ direction })}
      />
      <ChoiceChip
        label={call('facts.result')}
        none={t('anyResult')}
        value={query.result}
        choices={RESULTS.map(value => ({ value, label: t(`results.${value}`) }))}
        onChoose={result => ask({ result })}
      />
      {choosesPeople && (
        <ChoiceChip
          label={t('person')}
          none={t('everybody')}
          value={query.person}
          choices={people}
          onChoose={person => ask({ person })}
        />
      )}
      <ChoiceChip
        label={call('facts.line')}
        none={t('allLines')}
        value={query.line}
        choices={lines}
        onChoose={line => ask({ line })}
      />
      <ContactChip value={query.with} onChoose={number => ask({ with: number })} />
      <TagsChip value={query.tags} directory={directory} onChoose={tags => ask({ tags })} />
      {(['unread', 'unanswered'] as const).map(state => (
        <a
          key={state}
          {...linkTo({ [state]: !query[state] })}
          aria-current={query[state] ? 'true' : undefined}
          className={clsx(CHIP, query[state] && 'bg-ink! text-surface!')}
        >
          {t(state)}
        </a>
      ))}
      {narrowed && (
        <a {...linkTo({ ...ALL_CALLS, q: query.q, sort: query.sort })} className={buttonClass('ghost', 'max-sm:h-10')}>
          {t('clear')}
        </a>
      )}
    </div>
  )
}
