import type { ReactNode } from 'react'
import { LanguageChoice } from '@/components/shell/language-choice'
import { Logo } from '@/components/shell/logo'

interface GateProps {
  heading: string
  tagline: string
  children?: ReactNode
}

/** What stands around everything that is open without a session: the mark, what this is, and the language. */
export function Gate({ heading, tagline, children }: GateProps) {
  return (
    <div className="flex min-h-dvh flex-col px-4 py-5">
      <main className="m-auto w-full max-w-[376px] py-8">
        <div className="mb-6 flex flex-col items-center text-center">
          <Logo className="size-10" />
          <h1 className="mt-4 font-[650] text-[22px] leading-8 tracking-[-0.02em] text-balance">{heading}</h1>
          <p className="mt-1 text-ink-2 text-balance">{tagline}</p>
        </div>
        {children}
      </main>
      <footer className="flex justify-center">
        <LanguageChoice quiet />
      </footer>
    </div>
  )
}

/** The card that a gate's form stands in. */
export function GateCard({ children }: { children: ReactNode }) {
  return <div className="rounded-card bg-surface p-6 shadow-hairline max-sm:p-5">{children}</div>
}

/** A word between two ways in. */
export function GateOr({ children }: { children: ReactNode }) {
  return (
    <p className="my-5 flex items-center gap-3 text-[13px] text-ink-3 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      {children}
    </p>
  )
}
