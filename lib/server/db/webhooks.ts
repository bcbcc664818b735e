import 'server-only'
import { lt } from 'drizzle-orm'
import { webhookDeliveries } from './allo-schema'
import { query } from './database'

/** Notes a delivery by its sender's id. Answers whether it is the first with this id. */
export async function noteDelivery(id: string): Promise<boolean> {
  const noted = await query(db =>
    db.insert(webhookDeliveries).values({ id }).onConflictDoNothing().returning({ id: webhookDeliveries.id }),
  )
  return noted.length > 0
}

/** Forgets deliveries that came before a moment. Answers how many. */
export async function dropDeliveriesBefore(moment: Date): Promise<number> {
  const dropped = await query(db =>
    db
      .delete(webhookDeliveries)
      .where(lt(webhookDeliveries.receivedAt, moment))
      .returning({ id: webhookDeliveries.id }),
  )
  return dropped.length
}
