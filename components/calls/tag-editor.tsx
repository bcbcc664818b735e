'use client'
import clsx from 'clsx'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { useErrorText } from '@/components/report/error-text'
import { useCallTags } from '@/lib/client/call-tags'
import type { CallContext } from './call-context'
import { TAG_COLOR, TAG_LOOK } from './call-tags'
import { TagPicker } from './tag-picker'

interface TagEditorProps {
  id: string
  tags: string[]
  context: CallContext
}

/** The tags of a call with what takes each off, a field that adds others, and the last change with its way back. */
export function TagEditor({ id, tags, context: { conversionTags, directory } }: TagEditorProps) {
  const t = useTranslations('call')
  const text = useErrorText()
  const root = useRef<HTMLDivElement>(null)
  const { outcome, change, undo } = useCallTags(id)
  const won = new Set(conversionTags)
  const known = directory?.tags ?? []
  const nameOf = (tag: string) => known.find(each => each.key === tag)?.name ?? tag
  const ordered = [...tags.filter(tag => won.has(tag)), ...tags.filter(tag => !won.has(tag))]

  function remove(tag: string) {
    change({ tag, on: false })
    // What was pressed goes away; the keyboard stays with the tags.
    root.current?.querySelector<HTMLElement>('[data-add]')?.focus()
  }

  return (
    <div ref={root} className="mt-2.5">
      <div className="flex flex-wrap items-center gap-1">
        {ordered.length > 0 && (
          <ul aria-label={t('tags')} className="contents">
            {ordered.map(tag => (
              <li
                key={tag}
                className={clsx(
                  TAG_LOOK,
                  'inline-flex items-center gap-1 pr-0.5',
                  TAG_COLOR[won.has(tag) ? 'won' : 'other'],
                )}
              >
                <span dir="auto" className="truncate">
                  {nameOf(tag)}
                </span>
                <button
                  type="button"
                  aria-label={t('editTags.remove', { tag: nameOf(tag) })}
                  title={t('editTags.remove', { tag: nameOf(tag) })}
                  onClick={() => remove(tag)}
                  className="grid size-[18px] shrink-0 place-items-center rounded print:hidden hover:bg-[color-mix(in_oklab,currentColor_16%,transparent)]"
                >
                  <X aria-hidden className="size-3" />
                </button>
              </li>
            ))}
          </ul>
        )}
        <TagPicker
          options={known.filter(tag => !tags.includes(tag.key))}
          counts={tag => won.has(tag)}
          onPick={tag => change({ tag, on: true })}
        />
      </div>
      <p role="status" className="mt-1.5 text-[13px] text-ink-2 empty:hidden">
        {outcome && outcome.error === null && (
          <>
            {t(outcome.change.on ? 'editTags.added' : 'editTags.removed', { tag: nameOf(outcome.change.tag) })}{' '}
            <button type="button" onClick={undo} className="font-medium text-ink underline underline-offset-2">
              {t('editTags.undo')}
            </button>
          </>
        )}
      </p>
      {outcome?.error && (
        <p role="alert" className="mt-1.5 text-[13px] text-down">
          {t(outcome.change.on ? 'editTags.failedAdd' : 'editTags.failedRemove', {
            tag: nameOf(outcome.change.tag),
            why: outcome.error.code === 'INVALID_INPUT' ? t('editTags.unknown') : text(outcome.error),
          })}
        </p>
      )}
    </div>
  )
}
