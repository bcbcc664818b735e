'use client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useErrorText } from '@/components/report/error-text'
import ReportFailure from '@/components/report/report-failure'
import { SettingsHeading } from '@/components/settings/settings-heading'
import { Button } from '@/components/ui/button'
import { screensKey } from '@/lib/client/screens-keys'
import { screensQuery } from '@/lib/client/screens-query'
import { CelebratedLink } from './celebrated-link'
import { MadeAddress } from './made-address'
import { PairForm } from './pair-form'
import { ScreenCard } from './screen-card'
import { useNow } from './use-now'

interface FleetViewProps {
  /** A code that the address carries; '' for none. */
  code: string
  /** Where screens find Callboard, such as `https://callboard.example.com`. */
  site: string
  /** IANA zone of the workspace. */
  zone: string
  /** The server's clock at the first render, ISO 8601. */
  now: string
}

/** All screens, and the form that takes in another one. */
export function FleetView({ code: given, site, zone, now: first }: FleetViewProps) {
  const t = useTranslations('screens')
  const errorText = useErrorText()
  const client = useQueryClient()
  const { data: screens, error, refetch } = useQuery(screensQuery())
  const [code, setCode] = useState(given)
  const [isPairing, setPairing] = useState(given !== '')
  const [address, setAddress] = useState<string | null>(null)
  const now = useNow(first)
  if (!screens) {
    return (
      <>
        <SettingsHeading title={t('title')} />
        {error && <ReportFailure error={error} retry={() => void refetch()} />}
      </>
    )
  }
  const isEmpty = screens.length === 0

  function close() {
    setPairing(false)
    setCode('')
    // A code is good once: it does not stay in the address, nor in the browser's history.
    history.replaceState(null, '', '/screens')
  }

  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-4">
        <SettingsHeading title={t('title')} />
        <div className="mb-3.5 flex flex-wrap gap-2 max-sm:[&>*]:h-10">
          <CelebratedLink />
          {!isPairing && !isEmpty && (
            <Button onClick={() => setPairing(true)}>
              <Plus aria-hidden size={16} strokeWidth={1.75} />
              {t('pair.title')}
            </Button>
          )}
        </div>
      </div>
      <p role="status" className="mb-3.5 text-[13px] text-down empty:hidden">
        {error && t('stale', { reason: errorText(error) })}
      </p>
      {address !== null && <MadeAddress address={address} onClose={() => setAddress(null)} />}
      {(isPairing || isEmpty) && (
        <PairForm
          code={code}
          site={site}
          onDone={secret => {
            close()
            setAddress(secret && `${site}/tv#${secret}`)
            void client.invalidateQueries({ queryKey: screensKey })
          }}
          onCancel={isEmpty ? undefined : close}
        />
      )}
      {isEmpty ? (
        <p className="text-ink-2 text-pretty">{t('empty')}</p>
      ) : (
        <div className="grid gap-3.5 md:grid-cols-2 2xl:grid-cols-3">
          {screens.map(screen => (
            <ScreenCard key={screen.id} screen={screen} clock={{ zone, now }} isPaused={error !== null} />
          ))}
        </div>
      )}
    </>
  )
}
