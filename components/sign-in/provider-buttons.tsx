'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { startProvider } from '@/lib/client/auth'

/** A way in beside the password: its id in addresses, and what its button says. */
export interface ProviderButton {
  id: string
  name: string
}

interface ProviderButtonsProps {
  providers: ProviderButton[]
  /** A path of this site to come back to. */
  callback: string
  disabled?: boolean
  onFailed: () => void
}

/** One button for each provider; it leads away, to the provider's own page. */
export function ProviderButtons({ providers, callback, disabled, onFailed }: ProviderButtonsProps) {
  const t = useTranslations('signIn')
  const [leaving, setLeaving] = useState(false)

  async function leave(id: string) {
    setLeaving(true)
    const address = await startProvider(id, callback)
    if (address !== null) return window.location.assign(address)
    setLeaving(false)
    onFailed()
  }

  return (
    <ul className="flex flex-col gap-2">
      {providers.map(({ id, name }) => (
        <li key={id}>
          <button
            type="button"
            disabled={disabled || leaving}
            onClick={() => leave(id)}
            className="h-10 w-full rounded-lg px-3 font-semibold shadow-hairline hover:bg-sunken disabled:opacity-60 max-sm:h-11"
          >
            {t('continueWith', { name })}
          </button>
        </li>
      ))}
    </ul>
  )
}
