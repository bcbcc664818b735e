'use client'
import { useTranslations } from 'next-intl'
import { TagChip } from '@/components/settings/conversions/tag-chip'
import { SettingsCard } from '@/components/settings/settings-card'
import { PlaceLink } from '@/components/shell/place-link'
import { buttonClass } from '@/components/ui/button'
import type { Part, TagFacts } from '@/lib/connection'
import { PartRows } from './part-rows'

/** Tags with Allo's colours, and which of them count. */
export function TagsCard({ tags }: { tags: Part<TagFacts> }) {
  const t = useTranslations('settings.connection')
  return (
    <SettingsCard
      title={t('tags')}
      description={t('tagsText')}
      action={
        <PlaceLink href="/settings/conversions" className={buttonClass('chip', 'max-sm:h-10')}>
          {t('choose')}
        </PlaceLink>
      }
    >
      <PartRows part={tags} empty={t('noTags')}>
        {rows => (
          <ul>
            {rows.map(({ key, name, color, sets, counts }) => (
              <li
                key={key}
                className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-t py-2 first:border-t-0 first:pt-0 last:pb-0"
              >
                <TagChip tag={key} known={[{ key, name, color }]} />
                <span className="text-[13px] text-ink-2">
                  {counts && <span className="font-medium text-won-ink">{t('counts')}</span>}
                  {counts && sets.length > 0 && ' · '}
                  {sets.length > 0 && t('inSets', { sets: sets.join(', ') })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </PartRows>
    </SettingsCard>
  )
}
