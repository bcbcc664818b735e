'use client'
import { Bookmark } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { PanelButton } from '@/components/shell/panel-button'
import { buttonClass } from '@/components/ui/button'
import { useCommands } from '@/lib/client/commands'
import { lazily } from '@/lib/client/lazily'
import type { ResolvedPeriod } from '@/lib/report/period'
import type { IsoDate } from '@/lib/report/query'

/** What is on screen, as it can be saved. */
export interface Savable {
  /** Its address, named dates by their name. */
  moving: string
  /** Its address with the dates that are meant today. */
  fixed: string
  /** null for a page without dates, or with all of them. */
  period: Pick<ResolvedPeriod, 'name' | 'range'> | null
  today: IsoDate
}

const panel = lazily(() => import('./save-view-panel'))

const ID = 'save-view'

/** Gives what is on screen a name, to come back to. */
export function SaveViewButton({ savable }: { savable: Savable }) {
  const t = useTranslations()
  useCommands(() => [
    {
      id: ID,
      group: t('command.page'),
      label: t('views.save'),
      run: () => document.getElementById(ID)?.click(),
    },
  ])
  return (
    <PanelButton
      id={ID}
      label={t('views.save')}
      buttonLabel={t('views.save')}
      preload={panel.preload}
      panelClassName="sm:w-[340px]"
      className={buttonClass('chip', 'max-sm:size-10 max-sm:justify-center max-sm:px-0 noscript:hidden print:hidden')}
      button={<Bookmark aria-hidden size={16} strokeWidth={1.75} />}
    >
      {close => <panel.Show savable={savable} close={close} />}
    </PanelButton>
  )
}
