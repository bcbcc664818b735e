'use client'
import { SharedNotice } from '@/components/share/shared-notice'

/** A page that could not be drawn, or while the database is away. It leads strangers nowhere else. */
export default function ShareFailure() {
  return <SharedNotice kind="failed" />
}
