import { SharedNotice } from '@/components/share/shared-notice'

/** A link that opens nothing: which of the reasons it is, is nobody's business who does not hold it. */
export default function NothingShared() {
  return <SharedNotice kind="gone" />
}
