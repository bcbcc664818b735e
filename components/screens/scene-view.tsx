'use client'
import { useTranslations } from 'next-intl'
import { FIELD_BOX, Field } from '@/components/ui/field'
import { canonicalView, readChoice, type ViewChoice, type Whose, writeChoice } from '@/lib/client/screens-views'
import { PERIOD_NAMES } from '@/lib/report/query'
import type { ViewScene } from '@/lib/tv/show'
import type { Choices } from './choices'

interface SceneViewProps {
  scene: ViewScene
  choices: Choices
  error?: string
  onChange: (view: string) => void
}

const NOW: ViewChoice = { period: 'this-week', whose: 'team' }

/** Which numbers a scene shows: a period and whose, or a saved view with all it says. */
export function SceneView({ scene, choices, error, onChange }: SceneViewProps) {
  const t = useTranslations('screens.edit')
  const periods = useTranslations('periods')
  const view = canonicalView(scene.view)
  const choice = readChoice(view)
  // The day is always today's.
  const isDay = scene.kind === 'day'

  const { views } = choices
  const group = (label: string, some: Choices['views']) =>
    some.length > 0 && (
      <optgroup label={label}>
        {some.map(({ id, name, search }) => (
          <option key={id} value={search}>
            {name}
          </option>
        ))}
      </optgroup>
    )

  return (
    <>
      {!isDay && (
        <Field label={t('view')} hint={choice ? undefined : t('viewHint')} error={error}>
          {tie => (
            <select {...tie} value={view} onChange={event => onChange(event.target.value)} className={FIELD_BOX}>
              <optgroup label={t('ready')}>
                {PERIOD_NAMES.map(period => (
                  <option key={period} value={writeChoice({ ...(choice ?? NOW), period })}>
                    {periods(period)}
                  </option>
                ))}
              </optgroup>
              {group(
                t('ownViews'),
                views.filter(({ own }) => own),
              )}
              {group(
                t('teamViews'),
                views.filter(({ own }) => !own),
              )}
              {!choice && views.every(({ search }) => search !== view) && (
                <option value={view}>{t('otherView')}</option>
              )}
            </select>
          )}
        </Field>
      )}
      {choice && (
        <WhoseField
          whose={choice.whose}
          choices={choices}
          onChange={whose => onChange(writeChoice({ ...choice, whose }))}
        />
      )}
    </>
  )
}

interface WhoseFieldProps {
  whose: Whose
  choices: Choices
  onChange: (whose: Whose) => void
}

/** The team, one person or one line; somebody who is in no list any more stays chosen. */
function WhoseField({ whose, choices: { people, lines }, onChange }: WhoseFieldProps) {
  const t = useTranslations('screens.edit')
  const all: { value: Whose; label: string; isPerson: boolean }[] = [
    ...people.map(({ id, name }) => ({ value: `person:${id}` as const, label: name, isPerson: true })),
    ...lines.map(line => ({ value: `line:${line.number}` as const, label: line.name ?? line.number, isPerson: false })),
  ]
  const options = (isPerson: boolean) =>
    all
      .filter(each => each.isPerson === isPerson)
      .map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))
  return (
    <Field label={t('whose')}>
      {tie => (
        <select
          {...tie}
          value={whose}
          onChange={event => onChange(all.find(({ value }) => value === event.target.value)?.value ?? 'team')}
          className={FIELD_BOX}
        >
          <option value="team">{t('team')}</option>
          {people.length > 0 && <optgroup label={t('people')}>{options(true)}</optgroup>}
          {lines.length > 0 && <optgroup label={t('lines')}>{options(false)}</optgroup>}
          {whose !== 'team' && all.every(({ value }) => value !== whose) && (
            <option value={whose}>{whose.slice(whose.indexOf(':') + 1)}</option>
          )}
        </select>
      )}
    </Field>
  )
}
