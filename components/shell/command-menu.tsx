'use client'
import { Command } from 'cmdk'
import { Check } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { allCommands, type Command as Entry } from '@/lib/client/commands'
import { rememberLocale } from '@/lib/client/locale'
import { matches } from '@/lib/client/matches'
import { overlayStore } from '@/lib/client/overlay'
import { setTheme, THEMES, useTheme } from '@/lib/client/theme'
import { showToast } from '@/lib/client/toast'
import { useOpenView, usePinnedViews, useSavableAddress } from '@/lib/client/views'
import { Panel } from './panel'
import { signOut } from './sign-out'

/** What can be done from any page. */
function useShellCommands(): Entry[] {
  const t = useTranslations()
  const theme = useTheme()
  const locale = useLocale()
  const router = useRouter()
  const views = usePinnedViews()
  const openView = useOpenView()
  const address = useSavableAddress()
  const other = locale === 'en' ? 'fr' : 'en'
  return [
    ...views.map(view => ({
      id: `view-${view.id}`,
      group: t('views.views'),
      label: view.name,
      active: view.address === address,
      run: () => openView(view.address),
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

/** Everything by name: type a few letters, press Enter. What is offered is fixed while the menu is open. */
export default function CommandMenu({ onClosed }: { onClosed: () => void }) {
  const t = useTranslations('command')
  const shell = useShellCommands()
  const [page] = useState(allCommands)
  const [chosen, setChosen] = useState<Entry | null>(null)
  const entries = [...page, ...shell]
  const groups = [...new Set(entries.map(entry => entry.group))]
  return (
    <Panel
      label={t('title')}
      className="sm:w-[560px]"
      onClosed={() => {
        onClosed()
        // After the menu has gone and focus is back, so that what opens next keeps it.
        chosen?.run()
      }}
    >
      {close => (
        <Command
          label={t('title')}
          loop
          filter={(id, search, labels = []) => (matches([id, ...labels].join(' '), search) ? 1 : 0)}
          className="flex flex-col"
        >
          <Command.Input
            data-autofocus
            placeholder={t('placeholder')}
            className="h-12 w-full border-line border-b bg-transparent px-4.5 text-[15px] outline-none placeholder:text-ink-3 max-sm:text-[16px]"
          />
          <Command.List className="max-h-[min(420px,60dvh)] overflow-y-auto overscroll-contain p-2">
            <Command.Empty className="px-2.5 py-6 text-center text-ink-3">{t('nothing')}</Command.Empty>
            {groups.map(group => (
              <Command.Group
                key={group}
                heading={group}
                className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-[12px] [&_[cmdk-group-heading]]:text-ink-3"
              >
                {entries
                  .filter(entry => entry.group === group)
                  .map(entry => (
                    <Command.Item
                      key={entry.id}
                      value={entry.id}
                      keywords={[entry.label, group]}
                      onSelect={() => {
                        setChosen(entry)
                        close()
                      }}
                      className="flex cursor-pointer items-center gap-2.5 rounded-lg px-2.5 py-2 data-[selected=true]:bg-sunken"
                    >
                      <span className="truncate">{entry.label}</span>
                      {entry.active && <Check aria-hidden size={14} className="shrink-0 text-act-3" />}
                      {entry.hint && <span className="num ml-auto shrink-0 text-[13px] text-ink-3">{entry.hint}</span>}
                    </Command.Item>
                  ))}
              </Command.Group>
            ))}
          </Command.List>
        </Command>
      )}
    </Panel>
  )
}
