'use client'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { useErrorText } from '@/components/report/error-text'
import { SaveBar } from '@/components/settings/save-bar'
import { SettingsCard } from '@/components/settings/settings-card'
import { useFieldText } from '@/components/settings/use-field-text'
import { showToast } from '@/lib/client/toast'
import { useWrite } from '@/lib/client/use-write'
import { TEAM } from '@/lib/settings/goal-sums'
import type { Goal } from '@/lib/settings/settings'
import { type Cells, cellKey, readCells, writeCells } from './cells'
import { GoalHeads } from './goal-heads'
import { GoalRow } from './goal-row'
import { GoalSums } from './goal-sums'
import { GRID } from './grid'

interface GoalsFormProps {
  goals: Goal[]
  revision: number
  /** Allo's active users; null when they could not be had. */
  people: { id: string; name: string }[] | null
}

/** A grid of weekly goals: the team, then everybody by name; an empty field is no goal. */
export function GoalsForm({ goals, revision, people }: GoalsFormProps) {
  const t = useTranslations('settings.goals')
  const errorText = useErrorText()
  const fieldText = useFieldText()
  const [cells, setCells] = useState<Cells>(() => writeCells(goals))
  const [kept, setKept] = useState(cells)
  const [seen, setSeen] = useState(revision)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const write = useWrite<{ revision: number }>({
    onDone(answer) {
      setSeen(answer.revision)
      setKept(cells)
      showToast(t('saved'))
    },
    onFailed({ fields = {} }) {
      const list = readCells(cells)
      const places = Object.entries(fields).flatMap(([path, key]) => {
        const goal = list[Number(/^goals\.(\d+)/.exec(path)?.[1])]
        return goal ? [[cellKey(goal.subject, goal.metric), fieldText(key) ?? '']] : []
      })
      setErrors(Object.fromEntries(places))
    },
  })

  // Somebody who has left Allo keeps their goals until these are emptied.
  const left = [...new Set(goals.map(goal => goal.subject))].filter(
    subject => subject !== TEAM && !people?.some(person => person.id === subject),
  )
  const rows = [...(people ?? []), ...left.map(id => ({ id, name: people ? t('left', { id }) : id }))]
  const row = (subject: string, name: string) => (
    <GoalRow
      key={subject}
      subject={subject}
      name={name}
      cells={cells}
      errors={errors}
      onChange={(metric, text) => {
        const key = cellKey(subject, metric)
        setCells({ ...cells, [key]: text })
        setErrors(({ [key]: _, ...others }) => others)
      }}
    />
  )

  function submit(event: FormEvent) {
    event.preventDefault()
    setErrors({})
    write.mutate({ method: 'PUT', path: '/api/goals', body: { goals: readCells(cells), revision: seen } })
  }

  const { error } = write
  const isDirty = JSON.stringify(readCells(cells)) !== JSON.stringify(readCells(kept))
  return (
    <form onSubmit={submit} noValidate>
      <SettingsCard title={t('team')} description={t('description')}>
        <div className={GRID}>
          <GoalHeads />
          {row(TEAM, t('wholeTeam'))}
        </div>
        <GoalSums cells={cells} />
      </SettingsCard>
      <SettingsCard title={t('people')} description={t('peopleDescription')}>
        {people === null && <p className="mb-3 text-[13px] text-ink-2">{t('noDirectory')}</p>}
        {people?.length === 0 && <p className="text-ink-3">{t('nobody')}</p>}
        {rows.length > 0 && (
          <div className={GRID}>
            <GoalHeads />
            {rows.map(person => row(person.id, person.name))}
          </div>
        )}
      </SettingsCard>
      <SaveBar
        label={t('save')}
        saving={write.isPending}
        isDirty={isDirty}
        problem={error && !(error.code === 'INVALID_INPUT' && error.fields) ? errorText(error) : undefined}
        conflict={error?.code === 'CONFLICT'}
      />
    </form>
  )
}
