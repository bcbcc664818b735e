import { z } from 'zod'
import { list, textOrNull, userRef } from './wire'

/** A member. `role` and `status` are open: ADMIN, MANAGER, MEMBER and ACTIVE, BLOCKED are the documented ones. */
export const user = z
  .object({
    id: z.string(),
    name: textOrNull,
    email: textOrNull,
    role: textOrNull,
    status: textOrNull,
    image_url: textOrNull,
  })
  .transform(({ image_url: imageUrl, name, ...read }) => ({ ...read, name: name || read.email || read.id, imageUrl }))
export type User = z.output<typeof user>

/** A phone number, or a sender ID (`type` SENDER_ID, `number` null). Several people may share a number. */
export const phoneLine = z.object({
  number: textOrNull,
  name: textOrNull,
  country: textOrNull,
  type: z
    .string()
    .nullish()
    .transform(type => type ?? 'NUMBER'),
  capabilities: list(z.string()),
  users: list(userRef),
})
export type PhoneLine = z.output<typeof phoneLine>

/** A tag. Which of `key`, `id` and `name` the items carry is not documented; `key` is null unless Allo sends one. */
export const tag = z.object({ id: z.string(), name: z.string(), color: textOrNull, key: textOrNull })
export type Tag = z.output<typeof tag>

const endpoint = z.object({ method: z.string(), path: z.string(), description: textOrNull, scope: textOrNull })

/** Requests per second; the documented limits where the answer has none. */
const rateLimits = z
  .object({ read_per_second: z.number().positive().nullish(), write_per_second: z.number().positive().nullish() })
  .nullish()
  .transform(read => ({ readPerSecond: read?.read_per_second ?? 20, writePerSecond: read?.write_per_second ?? 5 }))

/** Reads what GET /v2/api/me says of the key. */
export const me = z
  .object({
    api_key_id: textOrNull,
    scopes: list(z.string()),
    endpoints: list(endpoint),
    team: z.object({ id: z.string(), name: textOrNull }).nullish(),
    rate_limits: rateLimits,
  })
  .transform(read => ({
    apiKeyId: read.api_key_id,
    scopes: read.scopes,
    endpoints: read.endpoints,
    team: read.team ?? null,
    rateLimits: read.rate_limits,
  }))
export type Me = z.output<typeof me>
