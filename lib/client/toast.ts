import { createStore } from './store'

/** Something that can be done about what the sentence says, such as undoing it. */
export interface ToastAction {
  label: string
  run: () => void
}

/** The sentence on show; `at` tells two equal sentences apart. */
export interface Toast {
  text: string
  at: number
  action?: ToastAction
}

export const toastStore = createStore<Toast | null>(null)

/** Says one sentence at the foot of the page, and to screen readers, for a few seconds; longer where it offers something. */
export function showToast(text: string, action?: ToastAction): void {
  toastStore.set({ text, at: Date.now(), action })
}
