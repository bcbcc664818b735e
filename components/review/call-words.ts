import type { useTranslations } from 'next-intl'
import { formatPhone } from '@/lib/format/phone'
import type { ReviewCall } from '@/lib/report/review/document'

/** Whom a call was with, as far as its reader may know: "Elena Bruni, Solari Freight", a number, or only that it was a call. */
export function callTitle(
  t: ReturnType<typeof useTranslations<'reviews'>>,
  { contact, contactNumber }: ReviewCall,
): string {
  if (contact) return [contact.name, contact.company].filter(Boolean).join(', ')
  return contactNumber ? formatPhone(contactNumber) : t('calls.withheld')
}
