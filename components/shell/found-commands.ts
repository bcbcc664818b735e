import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { Command } from '@/lib/client/commands'
import { directoryQuery } from '@/lib/client/directory-query'
import { leave } from '@/lib/client/leaving'
import { matches } from '@/lib/client/matches'
import { useMay } from '@/lib/client/permissions'
import { formatPhone, parsePhone } from '@/lib/format/phone'

/** Of people and lines so many are listed; more letters find the others. */
const MOST = 8

/**
 * What the words typed into the menu find in the workspace: people, lines, a phone number's contact, and calls in which
 * they were said. Nothing before something is typed.
 */
export function useFoundCommands(search: string): Command[] {
  const t = useTranslations('command')
  const router = useRouter()
  const mayOpenCalls = useMay('calls.own')
  const { data: directory } = useQuery(directoryQuery())
  const words = search.trim()
  if (words === '') return []
  const digits = words.replace(/\D/g, '')
  const people = (directory?.people ?? []).filter(({ name }) => matches(name, words))
  const lines = (directory?.lines ?? []).filter(
    ({ number, name }) => matches(name ?? '', words) || (digits.length >= 3 && number.includes(digits)),
  )
  const number = parsePhone(words)
  return [
    ...people.slice(0, MOST).map(({ id, name, blocked }) => ({
      id: `open-person-${id}`,
      group: t('people'),
      label: name,
      hint: blocked ? t('blocked') : undefined,
      run: () => leave(() => router.push(`/people/${encodeURIComponent(id)}`)),
    })),
    ...lines.slice(0, MOST).map(line => ({
      id: `open-line-${line.number}`,
      group: t('lines'),
      label: line.name ?? formatPhone(line.number),
      hint: line.name ? formatPhone(line.number) : undefined,
      run: () => leave(() => router.push(`/outbound?lines=${encodeURIComponent(line.number)}`)),
    })),
    ...(number && mayOpenCalls
      ? [
          {
            id: `open-number-${number}`,
            group: t('numbers'),
            label: t('contactOf', { number: formatPhone(number) }),
            run: () => leave(() => router.push(`/contacts/${encodeURIComponent(number)}`)),
          },
        ]
      : []),
    ...(mayOpenCalls && /[\p{L}\p{N}]/u.test(words)
      ? [
          {
            id: 'search-calls',
            group: t('inCalls'),
            label: t('searchCalls', { words }),
            run: () => leave(() => router.push(`/calls?q=${encodeURIComponent(words)}`)),
          },
        ]
      : []),
  ]
}
