import { SharedNotice } from '@/components/share/shared-notice'

/** For an address that opened too many links that are none. */
export default function TooManyLinks() {
  return <SharedNotice kind="tooMany" />
}
