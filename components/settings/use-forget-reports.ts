'use client'
import { useQueryClient } from '@tanstack/react-query'

/** Forgets the reports that this tab holds but does not show: a change of the workspace may have changed what they mean. */
export function useForgetReports(): () => void {
  const client = useQueryClient()
  return () => client.removeQueries({ type: 'inactive' })
}
