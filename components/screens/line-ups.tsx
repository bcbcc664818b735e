'use client'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { SettingsCard } from '@/components/settings/settings-card'
import { Button } from '@/components/ui/button'
import { freshId, fromTemplate, moved, TEMPLATES, type Template } from '@/lib/client/screens-line-ups'
import type { LineUp } from '@/lib/tv/show'
import type { Choices, ErrorAt } from './choices'
import { LineUpEditor } from './line-up-editor'

interface LineUpsProps {
  lineUps: LineUp[]
  choices: Choices
  errorAt: ErrorAt
  onChange: (lineUps: LineUp[]) => void
}

/** Most line-ups of one screen. */
const MOST = 12

/** All line-ups: those with hours in their order, the first that fits is on; then the one of all other times. */
export function LineUps({ lineUps, choices, errorAt, onChange }: LineUpsProps) {
  const t = useTranslations('screens.edit')
  const box = useRef<HTMLDivElement>(null)
  const timed = lineUps.filter(({ when }) => when !== null)
  const always = lineUps.filter(({ when }) => when === null)

  function add(template: Template) {
    const id = freshId('line-up', lineUps)
    onChange([fromTemplate(template, id, template === 'blank' ? t('lineUp') : t(`templates.${template}`)), ...lineUps])
    box.current?.focus()
  }

  return (
    <>
      <SettingsCard title={t('lineUps')} description={t('lineUpsHint')}>
        <div className="flex flex-wrap gap-2">
          {TEMPLATES.map(template => (
            <Button
              key={template}
              className="max-sm:h-10"
              disabled={lineUps.length >= MOST}
              onClick={() => add(template)}
            >
              {t('add', { name: t(`templates.${template}`) })}
            </Button>
          ))}
        </div>
        <p role="alert" className="mt-3 text-[13px] text-down empty:hidden">
          {errorAt('show.lineUps')}
        </p>
      </SettingsCard>
      <div ref={box} tabIndex={-1} className="outline-none">
        {[...timed, ...always].map((lineUp, place) => {
          const index = lineUps.indexOf(lineUp)
          return (
            <LineUpEditor
              key={lineUp.id}
              lineUp={lineUp}
              index={place}
              count={timed.length}
              path={`show.lineUps.${index}`}
              choices={choices}
              errorAt={errorAt}
              onChange={next => onChange(lineUps.with(index, next))}
              onMove={by => onChange([...moved(timed, place, by), ...always])}
              onRemove={() => {
                box.current?.focus()
                onChange(lineUps.toSpliced(index, 1))
              }}
            />
          )
        })}
      </div>
    </>
  )
}
