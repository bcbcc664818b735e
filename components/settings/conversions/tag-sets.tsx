'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useErrorText } from '@/components/report/error-text'
import { LoadNewest } from '@/components/settings/load-newest'
import { SettingsCard } from '@/components/settings/settings-card'
import { useForgetReports } from '@/components/settings/use-forget-reports'
import { Panel } from '@/components/shell/panel'
import { Button } from '@/components/ui/button'
import { showToast } from '@/lib/client/toast'
import { useWrite } from '@/lib/client/use-write'
import type { TagSet } from '@/lib/settings/settings'
import type { KnownTag } from './known-tag'
import { TagSetForm } from './tag-set-form'
import { TagSetRow } from './tag-set-row'

interface TagSetsProps {
  sets: TagSet[]
  revision: number
  /** Allo's tags; null when they could not be had. */
  known: KnownTag[] | null
}

/** The sets of tags that make a conversion: which there are, which counts, and what changes them. */
export function TagSets({ sets, revision, known }: TagSetsProps) {
  const t = useTranslations('settings.conversions')
  const errorText = useErrorText()
  const forget = useForgetReports()
  const [editing, setEditing] = useState<TagSet | 'new' | null>(null)
  const write = useWrite<unknown>({ onDone: forget })
  const edited = editing === 'new' ? null : editing

  return (
    <SettingsCard
      title={t('title')}
      description={t('description')}
      action={
        <Button className="max-sm:h-10" aria-haspopup="dialog" onClick={() => setEditing('new')}>
          {t('add')}
        </Button>
      }
    >
      {sets.length === 0 && <p className="text-ink-3 text-pretty">{t('none')}</p>}
      <ul>
        {sets.map(set => (
          <TagSetRow
            key={set.id}
            set={set}
            known={known}
            busy={write.isPending}
            onEdit={() => setEditing(set)}
            onDefault={() => write.mutate({ method: 'PUT', path: '/api/tag-sets/default', body: { id: set.id } })}
            onDelete={() => write.mutate({ method: 'DELETE', path: `/api/tag-sets/${encodeURIComponent(set.id)}` })}
          />
        ))}
      </ul>
      {write.error && (
        <div role="alert" className="mt-4 flex flex-wrap items-center gap-3">
          <p className="text-[13px] text-down">{errorText(write.error)}</p>
          {write.error.code === 'CONFLICT' && <LoadNewest />}
        </div>
      )}
      {editing && (
        <Panel
          label={edited ? t('edit', { name: edited.name }) : t('add')}
          className="sm:w-[440px]"
          onClosed={() => setEditing(null)}
        >
          {close => (
            <TagSetForm
              set={edited}
              revision={revision}
              known={known}
              onDone={() => {
                forget()
                showToast(t('saved'))
                close()
              }}
              onCancel={close}
            />
          )}
        </Panel>
      )}
    </SettingsCard>
  )
}
