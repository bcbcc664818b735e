import { useState } from 'react'
import { useReviewWrite } from '@/lib/client/review-writes'

interface EditOptions<T> {
  reviewKey: string
  /** Where things of this kind are written: `/notes`. */
  path: string
  /** What stands there now; null when it was taken away. */
  standing: { id: string; version: number } | null
  /** It as its route takes it, without a version. */
  toBody: (value: T) => object
  /** What a new one needs besides, for when it was taken away meanwhile. */
  place?: object
  /** Tells whether it is being changed here, so that it stays while it is. */
  onHold: (held: boolean) => void
}

/**
 * Changes something that somebody wrote in a review, in its place. A change names the version it was made of; one that came
 * second is refused and stays in `lost` until its writer has settled it.
 */
export function useEdit<T extends object>({ reviewKey, path, standing, toBody, place, onHold }: EditOptions<T>) {
  const [editing, setEditing] = useState<{ version: number; value: T } | null>(null)
  const [mine, setMine] = useState<T | null>(null)
  const finish = () => {
    setEditing(null)
    onHold(false)
    write.reset()
  }
  const write = useReviewWrite(reviewKey, { onDone: finish })
  const refused = write.error?.code === 'CONFLICT' || write.error?.code === 'NOT_FOUND'

  function send(value: T, version: number) {
    setMine(value)
    if (standing) write.mutate({ method: 'PATCH', path: `${path}/${standing.id}`, body: { ...toBody(value), version } })
    else write.mutate({ method: 'POST', path, body: { ...place, ...toBody(value) } })
  }
  return {
    /** What it was when the change began; null while it is not being changed. */
    editing: editing?.value ?? null,
    /** What was refused as somebody else was first. */
    lost: editing && refused && !write.isPending ? mine : null,
    saving: write.isPending,
    error: write.error,
    begin(value: T) {
      write.reset()
      setEditing({ version: standing?.version ?? 0, value })
      onHold(true)
    },
    /** Keeps a change of what stood there at the beginning. */
    save: (value: T) => send(value, editing?.version ?? 0),
    /** Keeps a change of what stands there now, which the writer has seen. */
    settle: (value: T) => send(value, standing?.version ?? 0),
    remove() {
      if (standing) write.mutate({ method: 'DELETE', path: `${path}/${standing.id}?version=${standing.version}` })
    },
    finish,
  }
}
