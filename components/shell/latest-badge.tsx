'use client'
import { useEffect, useState } from 'react'
import { lazily } from '@/lib/client/lazily'

const badge = lazily(() => import('./inbox-badge'))

/** The inbox's count, fetched once the page is there: nobody waits for it, and without its code the rail does without. */
export function LatestBadge() {
  const [, show] = useState(false)
  useEffect(() => void badge.preload().then(() => show(true), Boolean), [])
  return <badge.Show />
}
