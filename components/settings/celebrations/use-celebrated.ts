import { useState } from 'react'
import { useSettingsWrite } from '@/components/settings/use-settings-write'

/**
 * Whether somebody's conversions are celebrated, kept with each change: what is chosen shows at once, and goes back when it
 * could not be kept.
 *
 * @param id of the user in Allo
 * @param kept as the server has it
 * @param done says what was kept
 */
export function useCelebrated(id: string, kept: boolean, done: (isCelebrated: boolean) => string) {
  const [known, setKnown] = useState(kept)
  const [isCelebrated, show] = useState(kept)
  if (known !== kept) {
    setKnown(kept)
    show(kept)
  }
  const { mutate, isPending } = useSettingsWrite({ done: () => done(isCelebrated), onFailed: () => show(kept) })
  return {
    isCelebrated,
    isPending,
    /** One change after the other: while one is on its way, others are not taken. */
    celebrate(isWanted: boolean) {
      if (isPending) return
      show(isWanted)
      const path = `/api/celebrations/opt-outs/${encodeURIComponent(id)}`
      mutate({ method: isWanted ? 'DELETE' : 'PUT', path })
    },
  }
}
