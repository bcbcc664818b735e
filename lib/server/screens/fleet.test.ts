import { expect, it } from 'vitest'
import { query } from '@/lib/server/db/database'
import { commandScreen } from './commands'
import { getScreen, listScreens, revokeScreen } from './fleet'
import { NOWHERE, withFleet } from './fleet-kit'

const { pair, join, manager } = withFleet()

it('reads, commands and revokes a screen only for who manages screens, whoever calls', async () => {
  const { id } = await pair()
  const { access } = await join('rep')
  const screen = { kind: 'screen' as const, id, name: 'itself', reports: [] }
  for (const stranger of [access, screen]) {
    const refused = { code: 'FORBIDDEN' }
    await expect(query(db => getScreen(stranger, db, id))).rejects.toMatchObject(refused)
    await expect(listScreens(stranger)).rejects.toMatchObject(refused)
    await expect(commandScreen(stranger, id, 'blink', NOWHERE)).rejects.toMatchObject(refused)
    await expect(revokeScreen(stranger, id, NOWHERE)).rejects.toMatchObject(refused)
  }
  expect((await query(db => getScreen(manager(), db, id))).blinkAt).toBeNull()
})
