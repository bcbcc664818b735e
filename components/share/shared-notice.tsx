import { useTranslations } from 'next-intl'
import { Logo } from '@/components/shell/logo'

/** In place of what a link shows: why there is nothing, and what can be done. It leads nowhere else. */
export function SharedNotice({ kind }: { kind: 'gone' | 'tooMany' | 'failed' }) {
  const t = useTranslations('shared')
  return (
    <main className="mx-auto flex min-h-[70dvh] max-w-md flex-col items-center justify-center px-6 py-12 text-center">
      <Logo className="size-9" />
      <h1 className="mt-5 font-[650] text-[20px] leading-7 tracking-[-0.015em] text-balance">{t(`${kind}.title`)}</h1>
      <p className="mt-2 text-ink-2 text-pretty">{t(`${kind}.text`)}</p>
    </main>
  )
}
