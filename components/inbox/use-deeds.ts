import { useTranslations } from 'next-intl'
import { useErrorText } from '@/components/report/error-text'
import { useInboxAction } from '@/lib/client/inbox-actions'
import { showToast } from '@/lib/client/toast'
import { ERRORS } from '@/lib/errors'
import { type Conversation, type InboxAction, undoOf } from '@/lib/report/inbox'

/** Does something with a conversation at once, says so, and offers to take it back. */
export function useDeeds() {
  const t = useTranslations('inbox')
  const say = useErrorText()
  const { mutate } = useInboxAction(error => {
    const why = ERRORS[error.code].retry === 'later' ? t('tryLater') : say(error)
    showToast(`${t('failed')} ${why}`)
  })
  return (conversation: Conversation, action: InboxAction, wasUnread: boolean) => {
    mutate({ conversation, actions: [action] })
    showToast(t(`done.${action}`), {
      label: t('undo'),
      run() {
        mutate({ conversation, actions: undoOf(action, wasUnread) })
        showToast(t('undone'))
      },
    })
  }
}
