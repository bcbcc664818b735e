import { CallMissing } from '@/components/calls/call-missing'

/** What is no call of the workspace, or not any more. */
export default function CallNotFound() {
  return <CallMissing />
}
