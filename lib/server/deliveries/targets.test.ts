import { describe, expect, it } from 'vitest'
import { changeEnv, ORIGIN } from '@/lib/server/auth-kit'
import { query } from '@/lib/server/db/database'
import { deliveryTargets } from '@/lib/server/db/reviews-schema'
import { audit } from '@/lib/server/db/schema'
import { DUE, HOUR, load, round, rows, setClock, states, withDeliveries } from './delivery-kit'
import { partsOf } from './letter-kit'
import { deleteTarget, getTargets, setPaused, testTarget } from './targets'

const { add, addSlack, admin, chat, lines, mail } = await withDeliveries()

describe('a target', () => {
  it('added after the hour waits for the next Monday', async () => {
    setClock(DUE + 1)
    await add()
    await round()
    expect(await states()).toEqual([])
  })

  it('that is paused gets nothing; what it missed is told, and what it had before stays', async () => {
    const id = await add()
    setClock(DUE - HOUR)
    await setPaused(admin, id, true, ORIGIN)
    await setPaused(admin, id, true, ORIGIN)
    setClock(DUE + HOUR)
    await round()
    expect(await states()).toEqual([])
    await setPaused(admin, id, false, ORIGIN)
    await round()
    expect(await states()).toEqual([['2026-W16', 'failed', 'paused']])
    setClock(DUE + 7 * 24 * HOUR)
    await round()
    expect(await states()).toEqual([
      ['2026-W16', 'failed', 'paused'],
      ['2026-W17', 'sent', null],
    ])
    const changes = (await query(db => db.select().from(audit))).filter(({ action }) => action === 'delivery.changed')
    expect(changes.map(({ details }) => details?.change)).toEqual(['added', 'paused', 'resumed'])
  })

  it('that is deleted is gone with all its rows', async () => {
    const id = await add()
    setClock(DUE)
    await round()
    await deleteTarget(admin, id, ORIGIN)
    expect([await rows(), await getTargets(admin)]).toEqual([[], []])
    await expect(deleteTarget(admin, id, ORIGIN)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('keeps the address of its webhook sealed, shows its end, and writes it into no log', async () => {
    const id = await addSlack()
    setClock(DUE)
    await round()
    chat.reply(404)
    await testTarget(admin, id, ORIGIN, new AbortController().signal, load)
    const kept = {
      rows: await query(db => db.select().from(deliveryTargets)),
      audit: await query(db => db.select().from(audit)),
      facts: await getTargets(admin),
      lines,
    }
    expect(lines.length).toBeGreaterThan(0)
    expect(JSON.stringify(kept)).not.toMatch(/topSecret|services\/T/)
    expect(kept.facts[0]?.address).toBe(`${new URL(chat.url).host}/…Part`)
  })

  it('whose address was sealed under another secret says so', async () => {
    await addSlack()
    changeEnv({ NEXTAUTH_SECRET: 'another secret of thirty-two characters' })
    setClock(DUE)
    await round()
    expect(await states()).toEqual([['2026-W16', 'failed', 'sealed']])
  })
})

describe('a test', () => {
  it('is sent at once, says that it is one, and counts as no delivery', async () => {
    const id = await add({ locale: 'en' })
    expect(await testTarget(admin, id, ORIGIN, new AbortController().signal, load)).toEqual({ failure: null })
    expect(partsOf(mail.letters[0]).text).toMatch(/^This is a test\./)
    expect(await states()).toEqual([])
    mail.refuse(true)
    expect(await testTarget(admin, id, ORIGIN, new AbortController().signal, load)).toEqual({ failure: 'refused' })
  })

  it('is allowed ten times in a quarter of an hour', async () => {
    const id = await addSlack()
    const test = () => testTarget(admin, id, ORIGIN, new AbortController().signal, load)
    for (let turn = 0; turn < 10; turn += 1) await test()
    await expect(test()).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS' })
    expect(chat.posted).toHaveLength(10)
  })
})
