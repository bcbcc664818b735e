'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useErrorText } from '@/components/report/error-text'
import { ConfirmButton } from '@/components/settings/confirm-button'
import { Button } from '@/components/ui/button'
import type { ReviewDocument } from '@/lib/report/review/document'
import type { ReviewWritings } from '@/lib/report/review/writings'
import { CommitmentForm, type Promised, toBody } from './commitment-form'
import { CommitmentLine, CommitmentWords } from './commitment-line'
import { useEdit } from './use-edit'
import { whoChanged } from './who-changed'
import { WriteConflict } from './write-conflict'

interface CommitmentItemProps {
  reviewKey: string
  document: ReviewDocument
  /** null when somebody took it away while it was being changed here. */
  commitment: ReviewWritings['commitments'][number] | null
  /** Tells whether it is being changed here, so that it stays while it is. */
  onHold: (held: boolean) => void
}

/** A commitment that can be changed in its place: a lost race is told with both. */
export function CommitmentItem({ reviewKey, document, commitment, onHold }: CommitmentItemProps) {
  const locale = useLocale()
  const t = useTranslations('reviews')
  const errorText = useErrorText()
  const edit = useEdit<Promised>({ reviewKey, path: '/commitments', standing: commitment, toBody, onHold })
  if (edit.lost) {
    const { lost } = edit
    const who = commitment && whoChanged(commitment, document.settings.zone, locale)
    return (
      <WriteConflict
        told={who ? t('commitments.conflict', who) : t('commitments.gone')}
        theirs={
          commitment &&
          who && { title: t('conflict.theirs', who), content: <CommitmentWords commitment={commitment} /> }
        }
        mine={<CommitmentWords commitment={lost} />}
        again={t('commitments.again')}
        onMine={() => edit.settle(lost)}
        onLeave={edit.finish}
      />
    )
  }
  if (edit.editing) {
    return (
      <CommitmentForm
        label={t('commitments.change')}
        deed={t('commitments.save')}
        document={document}
        promised={edit.editing}
        saving={edit.saving}
        error={edit.error}
        onSave={edit.save}
        onClose={edit.finish}
      />
    )
  }
  if (!commitment) return null
  const { text, mine } = commitment
  return (
    <>
      <CommitmentLine
        commitment={commitment}
        actions={
          mine && (
            <span className="flex shrink-0 max-sm:flex-col print:hidden">
              <Button
                look="ghost"
                className="h-7! text-[13px]"
                aria-label={t('named', { action: t('commitments.edit'), name: text })}
                onClick={() => edit.begin(commitment)}
              >
                {t('commitments.edit')}
              </Button>
              <ConfirmButton
                className="h-7! text-[13px]"
                label={t('named', { action: t('commitments.remove'), name: text })}
                question={t('commitments.removeQuestion')}
                consequence={t('commitments.removeWhat')}
                deed={t('commitments.remove')}
                cancel={t('cancel')}
                onConfirm={edit.remove}
              >
                {t('commitments.remove')}
              </ConfirmButton>
            </span>
          )
        }
      />
      {edit.error && (
        <p role="alert" className="mt-1 text-[13px] text-down">
          {errorText(edit.error)}
        </p>
      )}
    </>
  )
}
