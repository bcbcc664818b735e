'use client'
import { useState } from 'react'
import type { MadeShare } from '@/lib/settings/share-link'
import { MadeLink } from './made-link'
import { ShareForm } from './share-form'
import type { Shareable } from './shareable'

/** Asks what a link is to show, and then hands over its address, this once. */
export default function ShareDialog({ shareable, close }: { shareable: Shareable; close: () => void }) {
  const [made, setMade] = useState<MadeShare | null>(null)
  return (
    <div className="p-4.5">
      {made ? <MadeLink made={made} close={close} /> : <ShareForm shareable={shareable} onMade={setMade} />}
    </div>
  )
}
