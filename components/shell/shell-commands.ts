import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import type { Command } from '@/lib/client/commands'
import { leave } from '@/lib/client/leaving'
import { rememberLocale } from '@/lib/client/locale'
import { overlayStore } from '@/lib/client/overlay'
import { setTheme, THEMES, useTheme } from '@/lib/client/theme'
import { showToast } from '@/lib/client/toast'
import { useIsHere, useOpenView, usePinnedViews } from '@/lib/client/views'
import { signOut } from './sign-out'

/** What can be done from any page. */
export function useShellCommands(): Command[] {
  const t = useTranslations()
  const theme = useTheme()
  const locale = useLocale()
  const router = useRouter()
  const views = usePinnedViews()
  const openView = useOpenView()
  const isHere = useIsHere()
  const other = locale === 'en' ? 'fr' : 'en'
  return [
    ...views.map(view => ({
      id: `view-${view.id}`,
      group: t('views.views'),
      label: view.name,
      active: isHere(view.address),
      run: () => leave(() => openView(view.address)),
    })),
    ...THEMES.map(name => ({
      id: `theme-${name}`,
      group: t('shell.theme'),
      label: t(`command.themes.${name}`),
      active: theme === name,
      run: () => setTheme(name),
    })),
    {
      id: 'language',
      group: t('command.you'),
      label: t('command.otherLanguage'),
      run: () => {
        rememberLocale(other)
        router.refresh()
      },
    },
    {
      id: 'shortcuts',
      group: t('command.you'),
      label: t('shell.shortcuts'),
      hint: '?',
      run: () => overlayStore.set('shortcuts'),
    },
    {
      id: 'sign-out',
      group: t('command.you'),
      label: t('shell.signOut'),
      run: () => void signOut().catch(() => showToast(t('shell.signOutFailed'))),
    },
  ]
}
