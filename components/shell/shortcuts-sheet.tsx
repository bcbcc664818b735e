'use client'
import clsx from 'clsx'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { setShortcutsEnabled, useShortcutsEnabled } from '@/lib/client/shortcuts'
import { Panel } from './panel'

/** Where a key acts, and what it does there. */
const GROUPS = [
  {
    name: 'reports',
    keys: [
      ['D', 'today'],
      ['W', 'week'],
      ['7', 'sevenDays'],
      ['4', 'fourWeeks'],
      ['M', 'month'],
      ['←', 'stepBack'],
      ['→', 'stepForward'],
      ['X', 'comparison'],
    ],
  },
  {
    name: 'lists',
    keys: [
      ['J', 'next'],
      ['K', 'previous'],
      ['/', 'search'],
    ],
  },
  {
    name: 'inbox',
    keys: [
      ['R', 'read'],
      ['U', 'unread'],
      ['E', 'archive'],
    ],
  },
  {
    name: 'call',
    keys: [
      ['←', 'callBefore'],
      ['→', 'callAfter'],
      ['K', 'play'],
      ['J', 'back'],
      ['L', 'ahead'],
      ['0–9', 'seek'],
      ['< >', 'speed'],
    ],
  },
  {
    name: 'anywhere',
    keys: [
      ['⌘ / Ctrl K', 'menu'],
      ['?', 'sheet'],
    ],
  },
] as const

const KEY_CAP =
  'inline-grid h-6 min-w-6 place-items-center rounded-md bg-sunken px-1.5 font-sans text-[12px] font-medium ring-1 ring-line ring-inset'

const ROW = 'flex items-center justify-between gap-4 border-line border-t py-1'

/** Every key, and the switch that turns single keys off for readers whose tools send them by themselves. */
export default function ShortcutsSheet({ onClosed }: { onClosed: () => void }) {
  const t = useTranslations('shortcuts')
  const enabled = useShortcutsEnabled()
  return (
    <Panel label={t('title')} onClosed={onClosed} className="sm:w-[680px]">
      {close => (
        <div className="p-5">
          <div className="mb-3 flex items-center justify-between">
            <h2 className="font-semibold text-[15px]">{t('title')}</h2>
            <button
              type="button"
              aria-label={t('close')}
              onClick={close}
              className="-mr-1.5 grid size-8 place-items-center rounded-lg text-ink-3 hover:bg-sunken hover:text-ink"
            >
              <X aria-hidden size={16} strokeWidth={1.75} />
            </button>
          </div>
          <div className={clsx('gap-x-8 sm:columns-2', !enabled && 'text-ink-3')}>
            {GROUPS.map(({ name, keys }) => (
              <section key={name} aria-label={t(`groups.${name}`)} className="mb-3 break-inside-avoid">
                <h3 className="pb-1 font-medium text-[13px] text-ink-3">{t(`groups.${name}`)}</h3>
                <dl>
                  {keys.map(([key, does]) => (
                    <div key={does} className={ROW}>
                      <dt>{t(`keys.${does}`)}</dt>
                      <dd>
                        <kbd className={KEY_CAP}>{key}</kbd>
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </div>
          <label className="mt-3 flex cursor-pointer items-start gap-2.5 border-line border-t pt-3.5">
            <input
              type="checkbox"
              data-autofocus
              checked={enabled}
              onChange={event => setShortcutsEnabled(event.target.checked)}
              className="mt-0.5 size-4 accent-act-3"
            />
            <span>
              {t('enabled')}
              <span className="block text-[13px] text-ink-3">{t('enabledHint')}</span>
            </span>
          </label>
        </div>
      )}
    </Panel>
  )
}
