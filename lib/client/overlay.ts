import { createStore } from './store'

/** The two layers that open from anywhere: the command menu and the list of shortcuts. */
export type Overlay = 'command' | 'shortcuts' | null

export const overlayStore = createStore<Overlay>(null)
