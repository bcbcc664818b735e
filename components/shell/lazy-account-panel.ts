import { lazily } from '@/lib/client/lazily'

/** The account panel, fetched when somebody comes near its button. */
export const accountPanel = lazily(() => import('./account-panel'))
