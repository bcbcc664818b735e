'use client'
import { useTranslations } from 'next-intl'
import { ConfirmButton } from '@/components/settings/confirm-button'
import { Button } from '@/components/ui/button'
import type { TagSet } from '@/lib/settings/settings'
import type { KnownTag } from './known-tag'
import { TagChip } from './tag-chip'

interface TagSetRowProps {
  set: TagSet
  known: KnownTag[] | null
  busy: boolean
  onEdit: () => void
  onDefault: () => void
  onDelete: () => void
}

/** One set: its name, its tags, and what can be done with it. The default cannot be deleted. */
export function TagSetRow({ set, known, busy, onEdit, onDefault, onDelete }: TagSetRowProps) {
  const t = useTranslations('settings.conversions')
  const { name, tags, isDefault } = set
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line border-t py-3 first:border-t-0 first:pt-0 last:pb-0">
      <div className="min-w-0">
        <h3 className="flex items-center gap-2 font-medium">
          <bdi className="[overflow-wrap:anywhere]">{name}</bdi>
          {isDefault && (
            <span className="shrink-0 rounded-[5px] bg-[color-mix(in_oklab,var(--won)_24%,var(--surface))] px-[7px] font-[550] text-[12px] text-won-ink leading-[18px]">
              {t('default')}
            </span>
          )}
        </h3>
        <ul aria-label={t('tagsOf', { name })} className="mt-1.5 flex flex-wrap gap-1">
          {tags.map(tag => (
            <li key={tag} className="max-w-full">
              <TagChip tag={tag} known={known} />
            </li>
          ))}
        </ul>
      </div>
      <div className="-mx-2.5 flex items-center">
        {!isDefault && (
          <Button
            look="ghost"
            className="max-sm:h-10"
            disabled={busy}
            aria-label={t('makeDefaultOf', { name })}
            onClick={onDefault}
          >
            {t('makeDefault')}
          </Button>
        )}
        <Button
          look="ghost"
          className="max-sm:h-10"
          aria-haspopup="dialog"
          aria-label={t('edit', { name })}
          onClick={onEdit}
        >
          {t('editShort')}
        </Button>
        {!isDefault && (
          <ConfirmButton
            className="max-sm:h-10"
            label={t('deleteOf', { name })}
            question={t('deleteQuestion', { name })}
            consequence={t('deleteConsequence')}
            deed={t('delete')}
            cancel={t('cancel')}
            onConfirm={onDelete}
          >
            {t('delete')}
          </ConfirmButton>
        )}
      </div>
    </li>
  )
}
