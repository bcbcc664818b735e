import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { MouseEvent, ReactNode } from 'react'
import { buttonClass } from '@/components/ui/button'

export interface Step {
  label: string
  link: { href: string; onClick: (event: MouseEvent) => void }
}

/** ‹ › between neighbours; an end that leads nowhere is drawn faint, and both are left out when there is no neighbour at all. */
export function StepLinks({ previous, next }: { previous: Step | null; next: Step | null }) {
  if (!previous && !next) return null
  return (
    <span className="flex">
      <StepLink rel="prev" step={previous} icon={<ChevronLeft aria-hidden className="size-4" />} />
      <StepLink rel="next" step={next} icon={<ChevronRight aria-hidden className="size-4" />} />
    </span>
  )
}

function StepLink({ rel, step, icon }: { rel: 'prev' | 'next'; step: Step | null; icon: ReactNode }) {
  const look = buttonClass('icon')
  if (!step) return <span className={`${look} pointer-events-none opacity-40`}>{icon}</span>
  const { label, link } = step
  return (
    <a href={link.href} onClick={link.onClick} rel={rel} aria-label={label} title={label} className={look}>
      {icon}
    </a>
  )
}
