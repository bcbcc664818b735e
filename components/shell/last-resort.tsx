import type { ReactNode } from 'react'
import { buttonClass } from '@/components/ui/button'
import { Logo } from './logo'

interface LastResortProps {
  title: string
  text: string
  /** Label of the way back to the dashboard. */
  back: string
  /** Something to quote when asking for help. */
  reference?: string
  /** What else can be done here. */
  action?: ReactNode
}

/** Where nothing else can be shown: what happened, what can be done, and a way back. */
export function LastResort({ title, text, back, reference, action }: LastResortProps) {
  return (
    <div className="mx-auto flex min-h-[70dvh] max-w-md flex-col items-center justify-center px-6 py-12 text-center">
      <Logo className="size-9" />
      <h1 className="mt-5 font-[650] text-[20px] leading-7 tracking-[-0.015em] text-balance">{title}</h1>
      <p className="mt-2 text-ink-2 text-pretty">{text}</p>
      {reference && <p className="num mt-2 text-[13px] text-ink-3">{reference}</p>}
      <div className="mt-6 flex flex-wrap justify-center gap-2">
        {action}
        {/* A plain link on purpose: loading the document anew is what mends a page that broke. */}
        <a href="/outbound" className={buttonClass(action ? 'chip' : 'solid')}>
          {back}
        </a>
      </div>
    </div>
  )
}
