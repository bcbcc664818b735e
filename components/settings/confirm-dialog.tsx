'use client'
import { Panel } from '@/components/shell/panel'
import { Button } from '@/components/ui/button'

interface ConfirmDialogProps {
  /** The question, in a few words. */
  question: string
  /** What will happen, in a sentence. */
  consequence: string
  /** What the button says: the deed itself, not "OK". */
  deed: string
  cancel: string
  onConfirm: () => void
  /** Once it is gone, whichever way. */
  onClosed: () => void
}

/** Asks once more before what cannot be undone, and says what will happen. */
export function ConfirmDialog({ question, consequence, deed, cancel, onConfirm, onClosed }: ConfirmDialogProps) {
  return (
    <Panel label={question} className="sm:w-[420px]" onClosed={onClosed}>
      {close => (
        <div className="p-5">
          <h2 className="font-semibold text-[15px]">{question}</h2>
          <p className="mt-1.5 text-ink-2 text-pretty">{consequence}</p>
          <div className="mt-5 flex justify-end gap-2">
            <Button data-autofocus onClick={close}>
              {cancel}
            </Button>
            <Button
              look="solid"
              onClick={() => {
                close()
                onConfirm()
              }}
            >
              {deed}
            </Button>
          </div>
        </div>
      )}
    </Panel>
  )
}
