import { useLocale, useTranslations } from 'next-intl'
import { formatCount } from '@/lib/format/numbers'
import { type TextLength as Length, LONGEST_TEXT } from '@/lib/report/texts'

/** How long a text is, as how many it is sent, and why that may be more than one would think. */
export function TextLength({ id, length }: { id: string; length: Length }) {
  const t = useTranslations('texts')
  const locale = useLocale()
  const { characters, segments, encoding } = length
  const over = characters - LONGEST_TEXT
  return (
    <p id={id} className="num min-w-0 text-[13px] text-ink-3 text-pretty">
      <span className={over > 0 ? 'font-medium text-down' : ''}>
        {over > 0
          ? t('tooLong', { count: over, most: formatCount(LONGEST_TEXT, locale) })
          : t('characters', { count: formatCount(characters, locale), most: formatCount(LONGEST_TEXT, locale) })}
      </span>
      {segments > 0 && ` · ${t('segments', { count: segments })}`}
      {encoding === 'UCS-2' && ` · ${t('rareLetters')}`}
    </p>
  )
}
