import type { UseFormReturn } from 'react-hook-form'
import type { Settings } from '@/lib/settings/settings'

/** What the form holds: shaped as the body that is sent, so that a refused field finds its place. */
export interface WorkspaceValues {
  settings: Settings
}

export type WorkspaceFormState = UseFormReturn<WorkspaceValues>
