import { createStore } from './store'

/** The sentence on show; `at` tells two equal sentences apart. */
export interface Toast {
  text: string
  at: number
}

export const toastStore = createStore<Toast | null>(null)

/** Says one sentence at the foot of the page, and to screen readers, for a few seconds. */
export function showToast(text: string): void {
  toastStore.set({ text, at: Date.now() })
}
