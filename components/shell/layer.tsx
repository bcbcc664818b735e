'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { Lazily } from '@/lib/client/lazily'
import { showToast } from '@/lib/client/toast'

interface LayerProps {
  part: Lazily<{ onClosed: () => void }>
  onClosed: () => void
}

/** Fetches a layer's code and shows it; says so and gives up when the code cannot be fetched. */
export function Layer({ part, onClosed }: LayerProps) {
  const t = useTranslations('shell')
  const [ready, setReady] = useState(false)
  useEffect(() => {
    let gone = false
    part.preload().then(
      () => {
        if (!gone) setReady(true)
      },
      () => {
        if (gone) return
        showToast(t('partMissing'))
        onClosed()
      },
    )
    return () => {
      gone = true
    }
  }, [part, onClosed, t])
  return ready ? <part.Show onClosed={onClosed} /> : null
}
