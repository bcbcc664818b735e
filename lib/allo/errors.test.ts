import { describe, expect, test } from 'vitest'
import { codeOf, isRefusal, readRefusal, toAlloError } from './errors'

const v2 = (code: string, more: object = {}) =>
  JSON.stringify({ error: { type: 't', code, message: 'm', retryable: false, request_id: 'req_x', ...more } })
const v1 = (code: string, details: object[] | null = null) => JSON.stringify({ code, details })

describe('our code for what Allo refuses', () => {
  test.each([
    [401, v2('API_KEY_INVALID'), 'ALLO_KEY_INVALID'],
    [401, v2('API_KEY_REVOKED'), 'ALLO_KEY_REVOKED'],
    [401, v2('UNAUTHORIZED'), 'ALLO_KEY_INVALID'],
    [401, v1('API_KEY_INVALID'), 'ALLO_KEY_INVALID'],
    [401, '', 'ALLO_KEY_INVALID'],
    [403, v2('API_KEY_INSUFFICIENT_SCOPE'), 'ALLO_SCOPE_MISSING'],
    [403, v1('API_KEY_INSUFFICIENT_SCOPE'), 'ALLO_SCOPE_MISSING'],
    [403, v2('API_KEY_TRIAL_NOT_ALLOWED'), 'ALLO_TRIAL_PLAN'],
    [403, v2('FORBIDDEN'), 'ALLO_REJECTED'],
    [403, '<!DOCTYPE html><title>Attention Required! | Cloudflare</title>', 'ALLO_FAILED'],
    [400, v2('DATE_RANGE_TOO_WIDE'), 'ALLO_RANGE_TOO_WIDE'],
    [400, v2('INVALID_DATE_RANGE'), 'ALLO_REJECTED'],
    [400, v2('SOMETHING_NEW'), 'ALLO_REJECTED'],
    [400, '', 'ALLO_REJECTED'],
    [402, v2('PARTNER_BILLING_FAILED'), 'ALLO_REJECTED'],
    [404, v2('CONVERSATION_ITEM_NOT_FOUND'), 'NOT_FOUND'],
    [404, '<html>', 'NOT_FOUND'],
    [408, '', 'ALLO_TIMEOUT'],
    [409, v2('TAG_ALREADY_EXISTS'), 'ALLO_REJECTED'],
    [415, v2('UNSUPPORTED_MEDIA_TYPE'), 'ALLO_REJECTED'],
    [422, v2('X'), 'ALLO_REJECTED'],
    [429, v2('RATE_LIMIT_EXCEEDED'), 'ALLO_RATE_LIMITED'],
    [429, '<html>', 'ALLO_RATE_LIMITED'],
    [429, v1('API_KEY_QUOTA_EXCEEDED'), 'ALLO_QUOTA_EXCEEDED'],
    [429, v2('DAILY_SMS_LIMIT_REACHED'), 'ALLO_QUOTA_EXCEEDED'],
    [500, v2('INTERNAL_SERVER_ERROR'), 'ALLO_FAILED'],
    [502, '<html><h1>502 Bad Gateway</h1>', 'ALLO_FAILED'],
    [302, '', 'ALLO_FAILED'],
  ])('%i %s', (status, body, code) => expect(codeOf(readRefusal(status, body))).toBe(code))
})

describe('what an envelope says', () => {
  test('v2 with a parameter', () => {
    expect(
      readRefusal(400, v2('INVALID_PAGE_SIZE', { param: 'size', retryable: true, retry_after_seconds: null })),
    ).toMatchObject({
      code: 'INVALID_PAGE_SIZE',
      field: 'size',
      retryable: true,
      retryAfterSeconds: null,
    })
  })
  test('v2 with validation errors', () => {
    const body = v2('INVALID_REQUEST_BODY', { errors: [{ field: 'date.from', code: 'X', message: 'm' }] })
    expect(readRefusal(400, body).field).toBe('date.from')
  })
  test('v2 with fields of other types than documented', () => {
    expect(
      readRefusal(500, JSON.stringify({ error: { code: 7, message: null, retryable: 'yes', errors: 'none' } })),
    ).toMatchObject({
      code: null,
      retryable: null,
      field: null,
    })
  })
  test('v1 with a spent quota', () => {
    const body = v1('API_KEY_QUOTA_EXCEEDED', [{ message: 'limit=1000;type=DAILY;reset_in=3600', field: 'DAILY' }])
    expect(readRefusal(429, body)).toMatchObject({
      code: 'API_KEY_QUOTA_EXCEEDED',
      retryAfterSeconds: 3600,
      field: 'DAILY',
    })
  })
  test.each(['', 'null', '[]', '"x"', '{"error":"x"}', '{"er', '<html>'])('nothing in %j', body => {
    expect(readRefusal(500, body)).toMatchObject({ status: 500, code: null, message: null, retryAfterSeconds: null })
  })
})

describe('the error', () => {
  const context = { operation: 'outbound', scope: 'CONVERSATIONS_READ', requestId: 'req_1' }
  test('names the missing scope', () => {
    expect(toAlloError(readRefusal(403, v2('API_KEY_INSUFFICIENT_SCOPE', { param: 'x' })), context)).toMatchObject({
      code: 'ALLO_SCOPE_MISSING',
      field: 'CONVERSATIONS_READ',
      requestId: 'req_1',
    })
  })
  test('keeps 200 characters of the answer', () => {
    const error = toAlloError(readRefusal(502, `<html>${'x'.repeat(5000)}`), context)
    expect(error.cause).toEqual({ status: 502, code: null, excerpt: `<html>${'x'.repeat(194)}` })
    expect(error.message).toBe('outbound: Allo answered 502')
  })
  test('tells by which refusal it was', () => {
    const error = toAlloError(readRefusal(409, v2('TAG_ALREADY_EXISTS')), context)
    expect(isRefusal(error, 'TAG_ALREADY_EXISTS')).toBe(true)
    expect(isRefusal(error, 'TAG_NOT_FOUND')).toBe(false)
    expect(isRefusal(new Error('x'), 'TAG_ALREADY_EXISTS')).toBe(false)
  })
})
