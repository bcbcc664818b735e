import type { Messages } from 'next-intl'
import { getMessages } from 'next-intl/server'

type Elsewhere = 'signIn' | 'setup' | 'invitation' | 'reset' | 'mail' | 'settings'

/** The words that the desk's pages share, without those of the pages around it, of the settings and of mail. */
export async function getDeskMessages(): Promise<Omit<Messages, Elsewhere>> {
  const { signIn: _1, setup: _2, invitation: _3, reset: _4, mail: _5, settings: _6, ...desk } = await getMessages()
  return desk
}
