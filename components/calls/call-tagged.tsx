'use client'
import { useTranslations } from 'next-intl'
import { ObstacleNote } from '@/components/shell/obstacle-note'
import { useObstacle } from '@/lib/client/features'
import { useMay } from '@/lib/client/permissions'
import type { CallContext } from './call-context'
import { CallTags } from './call-tags'
import { TagEditor } from './tag-editor'

interface CallTaggedProps {
  id: string
  tags: string[] | undefined
  context: CallContext
  /** The call itself is here: what a row knew of its tags may be older. */
  complete: boolean
}

/** The tags of an opened call; whoever may changes them here, and where the key cannot, it is said. */
export function CallTagged({ id, tags, context, complete }: CallTaggedProps) {
  const t = useTranslations('call')
  const may = useMay('tags.write')
  const obstacle = useObstacle('tagging')
  if (!tags) return null
  if (may && complete && !obstacle) return <TagEditor id={id} tags={tags} context={context} />
  return (
    <>
      <CallTags label={t('tags')} tags={tags} context={context} className="mt-2.5" />
      {may && obstacle && <ObstacleNote feature="tagging" obstacle={obstacle} className="mt-2" />}
    </>
  )
}
