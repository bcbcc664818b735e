'use client'
import clsx from 'clsx'
import { useRef, useState } from 'react'
import { usePictureTurn } from '@/lib/client/screens-picture'

interface PictureProps {
  id: string
  /** Accessible name of the frame. */
  title: string
  isPortrait: boolean
  /** Our server is away: the picture stays as it is. */
  isPaused?: boolean
  /** Another number asks for a new picture at once. */
  revision?: number
}

/**
 * What a screen shows, drawn by the server that also draws the screen; a scene's sizes hang on its height, so the frame needs
 * no scaling. A newer picture takes the place of the old one once it is there.
 */
export function Picture({ id, title, isPortrait, isPaused = false, revision = 0 }: PictureProps) {
  const box = useRef<HTMLDivElement>(null)
  const newest = `${revision}.${usePictureTurn(box, isPaused)}`
  const [shown, setShown] = useState(newest)
  return (
    <div ref={box} className="relative aspect-video overflow-hidden rounded-lg bg-sunken">
      {[...new Set([shown, newest])].map(frame => (
        <iframe
          // A new frame for each look: an address that changes in the same frame would fill the browser's history.
          key={frame}
          src={`/screens/${id}/picture`}
          title={title}
          // No scripts, no forms, nowhere to go; of our own origin, or its font and its pictures would be refused.
          sandbox="allow-same-origin"
          loading={frame === shown ? 'lazy' : 'eager'}
          tabIndex={-1}
          aria-hidden={frame !== shown}
          onLoad={() => setShown(frame)}
          className={clsx(
            'pointer-events-none absolute inset-y-0 h-full border-0',
            isPortrait ? '-translate-x-1/2 left-1/2 aspect-9/16' : 'left-0 w-full',
            frame !== shown && 'opacity-0',
          )}
        />
      ))}
    </div>
  )
}
