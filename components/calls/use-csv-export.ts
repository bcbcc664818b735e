import { useEffect, useRef, useState } from 'react'
import { downloadText } from '@/components/report/download'
import { tellExport } from '@/lib/client/tell-export'

interface Making {
  /** The share that is done, 0 to 1. */
  onProgress: (share: number) => void
  signal: AbortSignal
}

/**
 * A list of calls as a file, which takes a while: how far it is in percent, or that it failed. `toggle` begins, or gives up
 * while it runs; leaving the page gives up too.
 *
 * @param make reads the calls and writes the file; what it rejects with counts as failed
 */
export function useCsvExport(make: (making: Making) => Promise<{ name: string; text: string }>) {
  const run = useRef<AbortController>(undefined)
  const [state, setState] = useState<'idle' | 'failed' | { percent: number }>('idle')
  useEffect(() => () => run.current?.abort(), [])

  async function save(signal: AbortSignal) {
    const onProgress = (share: number) => setState({ percent: Math.floor(100 * share) })
    onProgress(0)
    try {
      const { name, text } = await make({ onProgress, signal })
      // Given up while the file was being written: nobody wants it any more.
      if (signal.aborted) return
      downloadText(text, name, 'text/csv;charset=utf-8')
      tellExport({ what: 'calls', as: 'csv' })
      setState('idle')
    } catch {
      if (!signal.aborted) setState('failed')
    }
  }

  return {
    percent: typeof state === 'object' ? state.percent : null,
    failed: state === 'failed',
    toggle() {
      run.current?.abort()
      if (typeof state === 'object') {
        setState('idle')
        return
      }
      run.current = new AbortController()
      void save(run.current.signal)
    },
  }
}
