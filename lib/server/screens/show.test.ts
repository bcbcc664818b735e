import { expect, it } from 'vitest'
import { firstShow } from '@/lib/tv/show'
import { requireScreen } from './credential'
import { bearing, held, withFleet } from './fleet-kit'
import { buildShow } from './show'

const { pair } = withFleet()

const words = (id: string) => ({ id, kind: 'message' as const, text: id, image: null, seconds: 10, title: null })

it('goes on without a scene that cannot be drawn, and does not say that it is for Allo', async () => {
  const [lineUp] = firstShow('en').lineUps
  const lineUps = lineUp ? [{ ...lineUp, scenes: [words('broken'), words('whole')] }] : []
  const { secret } = await pair({ show: { ...firstShow('en'), lineUps } })
  const { screen } = await requireScreen(held(secret), bearing())
  const message = await buildShow(screen, new Date(), {
    renderPanel: async ({ board, failure }, scene) => {
      if (board && scene.id === 'broken') throw new TypeError('a mistake of ours')
      return failure ? failure.code : scene.id
    },
    renderCelebration: async () => '',
  })
  expect(message.panels.map(({ html }) => html)).toEqual(['INTERNAL', 'whole'])
  expect(message.isFailing).toBe(false)
})
