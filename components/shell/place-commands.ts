import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { Command } from '@/lib/client/commands'
import { leave } from '@/lib/client/leaving'
import { useMayAll } from '@/lib/client/permissions'
import { GROUPS } from './places'

/** The places of the rail that are open to the reader. */
export function usePlaceCommands(): Command[] {
  const t = useTranslations()
  const router = useRouter()
  const may = useMayAll()
  return GROUPS.flat()
    .filter(({ permission }) => may(permission))
    .map(({ href, name }) => ({
      id: `place-${name}`,
      group: t('command.goTo'),
      label: t(`shell.${name}`),
      run: () => leave(() => router.push(href)),
    }))
}
