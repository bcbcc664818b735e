'use client'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { SaveViewChoice } from '@/components/report/save-view-choice'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { TextField } from '@/components/ui/field'
import { freshId, moved, newScene } from '@/lib/client/screens-line-ups'
import type { LineUp } from '@/lib/tv/show'
import type { Choices, ErrorAt } from './choices'
import { OrderButtons } from './order-buttons'
import { SceneEditor } from './scene-editor'
import { WhenFields } from './when-fields'

interface LineUpEditorProps {
  lineUp: LineUp
  index: number
  count: number
  /** Of this line-up in what is sent. */
  path: string
  choices: Choices
  errorAt: ErrorAt
  onChange: (lineUp: LineUp) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

/** Most scenes of one line-up. */
const MOST = 20

/** A line-up: its name, when it is on, and its scenes in order. The one of all other times stays, and stays last. */
export function LineUpEditor(props: LineUpEditorProps) {
  const { lineUp, index, count, path, choices, errorAt, onChange, onMove, onRemove } = props
  const t = useTranslations('screens.edit')
  const list = useRef<HTMLOListElement>(null)
  const [added, setAdded] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const { scenes, when, isOff } = lineUp
  const set = (next: LineUp['scenes']) => onChange({ ...lineUp, scenes: next })
  const name = lineUp.name || t('lineUp')

  function add() {
    const id = freshId(lineUp.id, scenes)
    setAdded(id)
    set([...scenes, newScene(id, 'scoreboard')])
  }

  return (
    <Card aria-label={t('lineUpOf', { name })} className="mb-3.5">
      <div className="mb-4 flex items-start justify-between gap-4">
        <div>
          <h2 className="font-semibold text-[15px] break-words">{name}</h2>
          {!when && <p className="mt-0.5 text-[13px] text-ink-2 text-pretty">{t('always')}</p>}
        </div>
        {when && (
          <OrderButtons
            name={name}
            isFirst={index === 0}
            isLast={index === count - 1}
            onMove={onMove}
            onRemove={onRemove}
          />
        )}
      </div>
      <div className="grid gap-4">
        <TextField
          label={t('lineUpName')}
          error={errorAt(`${path}.name`)}
          maxLength={40}
          value={lineUp.name}
          onChange={event => onChange({ ...lineUp, name: event.target.value })}
        />
        {when && (
          <WhenFields
            when={when}
            error={errorAt(`${path}.when.days`)}
            onChange={next => onChange({ ...lineUp, when: next })}
          />
        )}
        <SaveViewChoice
          type="checkbox"
          label={t('off')}
          hint={t('offHint')}
          checked={isOff}
          onChange={event => onChange({ ...lineUp, isOff: event.target.checked })}
        />
        {!isOff && (
          <SaveViewChoice
            type="checkbox"
            label={t('pinsFirst')}
            hint={t('pinsFirstHint')}
            checked={lineUp.pinsFirst}
            onChange={event => onChange({ ...lineUp, pinsFirst: event.target.checked })}
          />
        )}
      </div>
      {!isOff && (
        <>
          <h3 className="mt-5 mb-1 font-medium text-[13px] text-ink-2">{t('scenes')}</h3>
          <ol ref={list} tabIndex={-1} className="outline-none">
            {scenes.map((scene, place) => (
              <SceneEditor
                key={scene.id}
                scene={scene}
                index={place}
                count={scenes.length}
                path={`${path}.scenes.${place}`}
                choices={choices}
                errorAt={errorAt}
                isNew={scene.id === added}
                onChange={next => set(scenes.with(place, next))}
                onMove={by => {
                  set(moved(scenes, place, by))
                  setSaid(t('moved', { place: place + by + 1, count: scenes.length }))
                }}
                onRemove={() => {
                  list.current?.focus()
                  set(scenes.toSpliced(place, 1))
                }}
              />
            ))}
          </ol>
          <p role="alert" className="text-[13px] text-down empty:hidden">
            {errorAt(`${path}.scenes`)}
          </p>
          <p role="status" className="sr-only">
            {said}
          </p>
          {scenes.length < MOST && (
            <Button className="mt-2 max-sm:h-10" onClick={add}>
              <Plus aria-hidden size={16} strokeWidth={1.75} />
              {t('addScene')}
            </Button>
          )}
        </>
      )}
    </Card>
  )
}
