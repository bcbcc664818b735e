import { useTranslations } from 'next-intl'
import { ItemRowBone } from '@/components/calls/item-row'
import { buttonClass } from '@/components/ui/button'
import type { CallsView } from '@/lib/client/calls-view'
import { ALL_CALLS, searchProblem, writeCalls } from '@/lib/report/calls-query'

/** What is said where there are no rows: nothing matches, or the words cannot be looked for. */
export function Nothing({ query, linkTo }: Pick<CallsView, 'query' | 'linkTo'>) {
  const t = useTranslations('calls.nothing')
  const refused = searchProblem(query.q) !== null
  const narrowed = writeCalls(query) !== ''
  return (
    <div className="px-6 py-16 text-center max-sm:px-4">
      <p className="font-semibold">{t(refused ? 'refusedTitle' : 'title')}</p>
      <p className="mx-auto mt-1 max-w-[48ch] text-ink-2">
        {t(refused ? 'refused' : query.q !== '' ? 'words' : narrowed ? 'filters' : 'none')}
      </p>
      {narrowed && (
        <a {...linkTo(ALL_CALLS)} className={buttonClass('chip', 'mt-4')}>
          {t('all')}
        </a>
      )}
    </div>
  )
}

/** Places for rows while nothing is known. */
export function Bones() {
  return (
    <div aria-busy>
      {Array.from({ length: 8 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bones have no identity
        <ItemRowBone key={index} />
      ))}
    </div>
  )
}
