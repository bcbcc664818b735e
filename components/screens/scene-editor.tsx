'use client'
import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { SelectField, TextField } from '@/components/ui/field'
import { withKind } from '@/lib/client/screens-line-ups'
import { SCENE_KINDS, type Scene } from '@/lib/tv/show'
import type { Choices, ErrorAt } from './choices'
import { MessageFields } from './message-fields'
import { OrderButtons } from './order-buttons'
import { SceneView } from './scene-view'
import { useSceneWords } from './use-scene-words'

interface SceneEditorProps {
  scene: Scene
  index: number
  count: number
  /** Of this scene in what is sent. */
  path: string
  choices: Choices
  errorAt: ErrorAt
  /** Opens by itself: it was just added. */
  isNew: boolean
  onChange: (scene: Scene) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

/** A scene as one line that opens into its fields; one with something wrong stands open. */
export function SceneEditor(props: SceneEditorProps) {
  const { scene, index, count, path, choices, errorAt, isNew, onChange, onMove, onRemove } = props
  const t = useTranslations('screens.edit')
  const words = useSceneWords(choices)
  const [isOpen, setOpen] = useState(isNew)
  const body = useId()
  const at = (field: string) => errorAt(`${path}.${field}`)
  const shown = isOpen || ['kind', 'seconds', 'title', 'view', 'text', 'image'].some(at)
  const name = t('sceneName', { number: index + 1, kind: t(`kinds.${scene.kind}`) })
  return (
    <li className="border-line border-t py-1.5 first:border-t-0">
      <div className="flex items-center gap-2">
        <button
          type="button"
          aria-expanded={shown}
          aria-controls={body}
          onClick={() => setOpen(!shown)}
          className="flex min-h-8 min-w-0 flex-1 items-center gap-2 rounded-lg text-left max-sm:min-h-10"
        >
          <ChevronRight
            aria-hidden
            size={16}
            strokeWidth={1.75}
            className={`shrink-0 text-ink-3${shown ? ' rotate-90' : ''}`}
          />
          <span className="min-w-0">
            <span className="font-medium">{name}</span>{' '}
            <span className="num text-[13px] text-ink-3">
              {[words(scene), t('stays', { seconds: scene.seconds })].filter(Boolean).join(' · ')}
            </span>
          </span>
        </button>
        <OrderButtons
          name={name}
          isFirst={index === 0}
          isLast={index === count - 1}
          onMove={onMove}
          onRemove={onRemove}
        />
      </div>
      <div id={body} hidden={!shown} className="grid gap-4 py-3 not-hidden:grid sm:grid-cols-2 sm:pl-6">
        <SelectField
          label={t('kind')}
          hint={t(`kindHints.${scene.kind}`)}
          error={at('kind')}
          value={scene.kind}
          onChange={event => {
            const kind = SCENE_KINDS.find(each => each === event.target.value)
            if (kind) onChange(withKind(scene, kind))
          }}
          options={SCENE_KINDS.map(value => ({ value, label: t(`kinds.${value}`) }))}
        />
        <TextField
          label={t('seconds')}
          hint={t('secondsHint')}
          error={at('seconds')}
          type="number"
          inputMode="numeric"
          min={5}
          max={600}
          value={Number.isNaN(scene.seconds) ? '' : scene.seconds}
          onChange={event => onChange({ ...scene, seconds: event.target.valueAsNumber })}
        />
        <TextField
          label={t('title')}
          hint={t('titleHint')}
          error={at('title')}
          maxLength={60}
          value={scene.title ?? ''}
          onChange={event => onChange({ ...scene, title: event.target.value === '' ? null : event.target.value })}
          className="sm:col-span-2"
        />
        {scene.kind === 'message' ? (
          <MessageFields scene={scene} textError={at('text')} imageError={at('image')} onChange={onChange} />
        ) : (
          <SceneView
            scene={scene}
            choices={choices}
            error={at('view')}
            onChange={view => onChange({ ...scene, view })}
          />
        )}
      </div>
    </li>
  )
}
