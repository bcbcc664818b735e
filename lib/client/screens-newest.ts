import { CallboardError } from '@/lib/errors'
import type { ScreenView } from '@/lib/tv/fleet'
import { getJson } from './api'

/**
 * One screen as it is kept now.
 *
 * @throws CallboardError NOT_FOUND when it was revoked meanwhile, and as getJson
 */
export async function readNewest(id: string): Promise<ScreenView> {
  const screens = await getJson<ScreenView[]>('/api/screens')
  const screen = screens.find(each => each.id === id)
  if (!screen) throw new CallboardError('NOT_FOUND', 'no such screen')
  return screen
}
