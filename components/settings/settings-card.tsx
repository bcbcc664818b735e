import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'

interface SettingsCardProps {
  title: string
  /** One or two plain sentences on what this is for. */
  description?: string
  /** Stands at the end of the title's line: a button that adds. */
  action?: ReactNode
  children: ReactNode
}

/** One matter of a settings page. */
export function SettingsCard({ title, description, action, children }: SettingsCardProps) {
  return (
    <Card aria-label={title} className="mb-3.5">
      <div className="mb-4 flex items-start justify-between gap-x-4 gap-y-3 max-sm:flex-col">
        <div>
          <h2 className="font-semibold text-[15px]">{title}</h2>
          {description && <p className="mt-0.5 max-w-prose text-[13px] text-ink-2 text-pretty">{description}</p>}
        </div>
        {action}
      </div>
      {children}
    </Card>
  )
}
