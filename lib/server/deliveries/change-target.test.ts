import { describe, expect, it } from 'vitest'
import { changeEnv, ORIGIN } from '@/lib/server/auth-kit'
import { query } from '@/lib/server/db/database'
import { deliveryTargets } from '@/lib/server/db/reviews-schema'
import { audit } from '@/lib/server/db/schema'
import { changeTarget } from './change-target'
import { DUE, HOUR, round, rows, setClock, withDeliveries } from './delivery-kit'
import { type TargetEdit, targetChangeSchema } from './input'
import { getTargets, setPaused } from './targets'

const { admin, add: addMail, addSlack: add, chat } = await withDeliveries()

const states = async () =>
  (await rows()).map(({ reviewKey, recipient, state, error }) => [reviewKey, recipient, state, error])
const revisionNow = async (id: string) => (await getTargets(admin)).find(target => target.id === id)?.revision ?? 'none'
/** Changes it as somebody does who looks at it now, or has looked at `revision`. */
async function change(id: string, given: Omit<TargetEdit, 'revision'>, revision?: string): Promise<void> {
  await changeTarget(admin, id, { ...given, revision: revision ?? (await revisionNow(id)) }, ORIGIN)
}
const audited = async () =>
  (await query(db => db.select().from(audit))).filter(({ action }) => action === 'delivery.changed')

describe('a target that is changed', () => {
  it('is told in the log of who did what, field by field; a change to what it is already is none', async () => {
    const id = await add()
    await change(id, { name: 'Sales team', locale: 'fr', at: 600, periods: ['week'] })
    await change(id, { name: 'Sales team', at: 600 })
    const [facts] = await getTargets(admin)
    expect(facts).toMatchObject({ name: 'Sales team', locale: 'fr', at: 600, periods: ['week'], kind: 'slack' })
    expect(facts?.address).toBe(`${new URL(chat.url).host}/…Part`)
    const [, edited, ...more] = await audited()
    expect([edited?.target, edited?.details]).toEqual([
      'Sales team',
      { id, change: 'edited', fields: 'name locale at' },
    ])
    expect(more).toEqual([])
  })

  it('sends to its new webhook, which is sealed as the first was', async () => {
    const id = await add()
    await change(id, { address: `${chat.url}/services/T/B/anotherSecret` })
    const kept = [await query(db => db.select().from(deliveryTargets)), await audited(), await getTargets(admin)]
    expect(JSON.stringify(kept)).not.toMatch(/topSecret|anotherSecret|services\/T/)
    setClock(DUE)
    await round()
    expect(chat.posted.map(({ path }) => path)).toEqual(['/services/T/B/anotherSecret'])
  })

  it.each([
    ['slack', 'https://evil.example/services/T/B/x', 'webhook'],
    ['slack', 'ana@example.com', 'webhook'],
    ['mail', 'nobody', 'email'],
  ] as const)('of %s takes no address such as %s', async (kind, address, problem) => {
    const id = kind === 'mail' ? await addMail() : await add()
    await expect(change(id, { name: 'Other', address })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: { address: problem },
    })
    expect((await getTargets(admin))[0]?.name).not.toBe('Other')
  })

  it('is changed by nobody else, and not when it is gone', async () => {
    const id = await add()
    await expect(
      changeTarget({ ...admin, role: 'viewer' }, id, { name: 'x', revision: '' }, ORIGIN),
    ).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(change('dlv_nothing', { name: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('by two at once keeps the first change, and tells the second', async () => {
    const id = await add()
    const revision = await revisionNow(id)
    await change(id, { name: 'Sales floor' }, revision)
    const late = change(id, { name: 'Sales', locale: 'fr', at: 600 }, revision)
    await expect(late).rejects.toMatchObject({ code: 'CONFLICT', status: 409 })
    expect(await getTargets(admin)).toMatchObject([{ name: 'Sales floor', locale: 'en', at: 480 }])
    // The answer to the first got lost, and it is sent again.
    await change(id, { name: 'Sales floor' }, revision)
    // A pause is no edit.
    await setPaused(admin, id, true, ORIGIN)
    await change(id, { locale: 'fr' }, await revisionNow(id))
    expect(await getTargets(admin)).toMatchObject([{ name: 'Sales floor', locale: 'fr', paused: true }])
  })

  const revision = 'x'
  it.each([
    {},
    { revision },
    { name: 'x' },
    { name: 'x', paused: true, revision },
    { kind: 'mail', revision },
    { name: '', revision },
    { at: 1440, revision },
    { periods: [], revision },
    { paused: 'yes' },
  ])('is not changed by %j', given => {
    expect(targetChangeSchema.safeParse(given).success).toBe(false)
  })
})

describe('what was due before a change', () => {
  it('is not sent again for another hour of the same day', async () => {
    const id = await add()
    setClock(DUE)
    await round()
    await change(id, { at: 600 })
    setClock(DUE + 3 * HOUR)
    await round()
    await change(id, { at: 0 })
    await round()
    expect(chat.posted).toHaveLength(1)
    setClock(DUE + 7 * 24 * HOUR)
    await round()
    expect(chat.posted).toHaveLength(2)
  })

  it('leaves at once when it was still to come and its hour is over by the change', async () => {
    const id = await add()
    setClock(DUE - HOUR)
    await change(id, { at: 360 })
    await round()
    expect(await states()).toEqual([['2026-W16', '', 'sent', null]])
  })

  it('leaves when nobody has noted it yet and the hour moves away', async () => {
    const id = await add()
    setClock(DUE + 1)
    await change(id, { at: 1200 })
    await round()
    expect(await states()).toContainEqual(['2026-W16', '', 'sent', null])
  })

  it('is left out, and told, for a period that is new', async () => {
    setClock('2026-03-20T10:00:00Z')
    const id = await add()
    setClock('2026-04-15T10:00:00Z')
    await change(id, { periods: ['week', 'month'] })
    await round()
    expect((await states()).filter(([key]) => key === '2026-03')).toEqual([['2026-03', '', 'failed', 'changed']])
    setClock('2026-05-01T06:00:00Z')
    await round()
    expect(await states()).toContainEqual(['2026-04', '', 'sent', null])
  })

  it('is left out for a mail address that is new, and taken back from one that is gone', async () => {
    const id = await addMail()
    changeEnv({ SMTP_URL: 'smtp://127.0.0.1:9' })
    setClock(DUE)
    await round()
    expect(await states()).toEqual([['2026-W16', 'ana@example.com', 'waiting', 'unreachable']])
    await change(id, { address: 'ben@example.com' })
    await round()
    expect(await states()).toEqual([['2026-W16', 'ben@example.com', 'failed', 'changed']])
    changeEnv({ SMTP_URL: '' })
  })

  it('while it was paused is told as paused', async () => {
    const id = await add()
    await setPaused(admin, id, true, ORIGIN)
    setClock(DUE + HOUR)
    await change(id, { name: 'Sales team' })
    await setPaused(admin, id, false, ORIGIN)
    await round()
    expect(await states()).toEqual([['2026-W16', '', 'failed', 'paused']])
    expect(chat.posted).toEqual([])
  })
})
