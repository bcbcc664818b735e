'use client'
import { Command } from 'cmdk'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useLayoutEffect, useState } from 'react'
import { allCommands, type Command as Entry } from '@/lib/client/commands'
import { matches } from '@/lib/client/matches'
import { readTyped, stopTyping, wasEntered } from '@/lib/client/type-ahead'
import { useFoundCommands } from './found-commands'
import { Panel } from './panel'
import { usePlaceCommands } from './place-commands'
import { useShellCommands } from './shell-commands'

/** Everything by name: type a few letters, press Enter. The page's own commands stay as they were when it opened. */
export default function CommandMenu({ onClosed }: { onClosed: () => void }) {
  const t = useTranslations('command')
  const [search, setSearch] = useState(readTyped)
  const [entered] = useState(wasEntered)
  useLayoutEffect(stopTyping, [])
  const [page] = useState(allCommands)
  const [chosen, setChosen] = useState<Entry | null>(null)
  const found = useFoundCommands(search)
  const entries = [...page, ...usePlaceCommands(), ...useShellCommands(), ...found]
  const groups = [...new Set(entries.map(entry => entry.group))].map(heading => ({
    heading,
    entries: entries.filter(entry => entry.group === heading),
  }))
  // What the words found in the workspace is there because of them.
  const fits = (entry: Entry, words: string) =>
    found.includes(entry) || matches([entry.id, entry.label, entry.group].join(' '), words)
  const first = groups.flatMap(group => group.entries).find(entry => fits(entry, search))
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
          filter={(id, words) => (entries.some(entry => entry.id === id && fits(entry, words)) ? 1 : 0)}
          className="flex flex-col"
        >
          {entered && first && (
            <AtOnce
              act={() => {
                setChosen(first)
                close()
              }}
            />
          )}
          <Command.Input
            data-autofocus
            value={search}
            onValueChange={setSearch}
            placeholder={t('placeholder')}
            className="h-12 w-full border-line border-b bg-transparent px-4.5 text-[15px] outline-none placeholder:text-ink-3 max-sm:text-[16px]"
          />
          <Command.List className="max-h-[min(420px,60dvh)] overflow-y-auto overscroll-contain p-2">
            <Command.Empty className="px-2.5 py-6 text-center text-ink-3">{t('nothing')}</Command.Empty>
            {groups.map(group => (
              <Command.Group
                key={group.heading}
                heading={group.heading}
                className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-[12px] [&_[cmdk-group-heading]]:text-ink-3"
              >
                {group.entries.map(entry => (
                  <Command.Item
                    key={entry.id}
                    value={entry.id}
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

/** Acts when the menu is there: Enter was pressed before it was. */
function AtOnce({ act }: { act: () => void }) {
  const onceHere = useEffectEvent(act)
  useEffect(() => onceHere(), [])
  return null
}
