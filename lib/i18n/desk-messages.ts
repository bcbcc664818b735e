import type { Messages } from 'next-intl'
import { getMessages } from 'next-intl/server'

/** Words of one page or one part of the product; they are sent with that page only. */
type Apart = 'team' | 'person' | 'calls' | 'contact' | 'inbox' | 'texts' | 'screens' | 'settings' | 'reviews'
type Elsewhere = Apart | 'signIn' | 'setup' | 'invitation' | 'reset' | 'mail' | 'tv' | 'shared' | 'deliveries'

/** The words that the desk's pages share, without those of the pages around it, of mail, and of single pages. */
export async function getDeskMessages(): Promise<Omit<Messages, Elsewhere>> {
  const {
    signIn: _1,
    setup: _2,
    invitation: _3,
    reset: _4,
    mail: _5,
    tv: _13,
    shared: _16,
    deliveries: _17,
    ...inside
  } = await getMessages()
  const {
    team: _6,
    person: _7,
    calls: _8,
    contact: _9,
    inbox: _10,
    texts: _11,
    settings: _12,
    screens: _14,
    reviews: _15,
    ...desk
  } = inside
  return desk
}

/** The desk's words with those of a page: a provider inside a page replaces the one around it. */
export async function getPageMessages(...parts: Apart[]): Promise<Partial<Messages>> {
  const [all, desk] = await Promise.all([getMessages(), getDeskMessages()])
  return { ...desk, ...Object.fromEntries(parts.map(part => [part, all[part]])) }
}
