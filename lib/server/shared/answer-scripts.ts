import 'server-only'

/* What Redis does in one step for `answers.ts`. */

/**
 * KEYS: answer, claim, failure. ARGV: the moment (epoch ms) that a fresh answer is younger than, token, LEASE, REMEMBERED,
 * whether an older answer will do.
 */
export const LOOK = `
local answer = redis.call('GET', KEYS[1])
if answer then
  local fetched = tonumber(string.match(answer, '^%d+'))
  if fetched and fetched > tonumber(ARGV[1]) then return { 'fresh', answer } end
  if ARGV[5] == '1' then return { 'old', answer } end
end
local failure = redis.call('GET', KEYS[3])
if failure then
  local left = redis.call('PTTL', KEYS[3]) - ARGV[4]
  if left > 0 then return { 'failed', failure, left } end
end
if redis.call('SET', KEYS[2], ARGV[2], 'NX', 'PX', ARGV[3]) then return { 'ours', failure or '' } end
return { 'theirs' }`

/** KEYS: claim. ARGV: token, LEASE. */
export const RENEW = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])`

/** KEYS: claim, what to write, perhaps what to delete. ARGV: token, text ('' writes nothing), milliseconds, channel, message. */
export const SETTLE = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
if ARGV[2] ~= '' then
  redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3])
end
if KEYS[3] then redis.call('DEL', KEYS[3]) end
redis.call('DEL', KEYS[1])
redis.call('PUBLISH', ARGV[4], ARGV[5])
return 1`
