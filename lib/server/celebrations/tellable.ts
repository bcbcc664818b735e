import 'server-only'
import { hidePhoneNumbers } from '@/lib/report/hide-phone-numbers'
import type { CelebrationRow } from '@/lib/server/db/celebrations'
import type { Show } from '@/lib/tv/show'

/** A number is what Allo has for a name where nobody has given one. */
function readable(name: string | null): string | null {
  return name && hidePhoneNumbers(name)
}

/** What of a conversion's contact may stand on a wall: what its show allows, and no phone number in any case. */
export function tellableOf(
  { company, contactName }: Pick<CelebrationRow, 'company' | 'contactName'>,
  { showsCompanies, showsContacts }: Pick<Show, 'showsContacts' | 'showsCompanies'>,
): { company: string | null; contact: string | null } {
  return {
    company: showsCompanies ? readable(company) : null,
    contact: showsContacts ? readable(contactName) : null,
  }
}
