import { redirect } from 'next/navigation'

/** Everybody has an account; the other pages depend on the role. */
export default function SettingsPage() {
  redirect('/settings/account')
}
