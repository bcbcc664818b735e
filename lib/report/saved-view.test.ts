import { describe, expect, it } from 'vitest'
import { readSavable, savableAddress } from './saved-view'

describe('the address of a saved view', () => {
  it.each([
    ['/outbound', '/outbound'],
    ['/outbound?', '/outbound'],
    ['/outbound?period=last-4-weeks&by=day', '/outbound'],
    ['/outbound?heat=dials&period=last-month', '/outbound?period=last-month&heat=dials'],
    ['/outbound?people=usr-b,usr-a,usr-b', '/outbound?people=usr-a,usr-b'],
    ['/outbound?lines=+33612345678', '/outbound?lines=%2B33612345678'],
    // A list of calls that was open, its page and its call.
    ['/outbound?period=today&stage=connected&page=3&call=cll-1', '/outbound?period=today'],
    ['/outbound?period=nonsense&utm_source=mail&x=%3Cscript%3E#top', '/outbound'],
    ['/settings/../outbound?by=week', '/outbound?by=week'],
    ['/calls?sort=newest&dates=this-week&result=voicemail', '/calls?result=voicemail&dates=this-week'],
    // A call that was open, at a second of it.
    ['/calls?q=demo&call=cll-1&t=95', '/calls?q=demo'],
    ['/calls?type=nonsense', '/calls'],
  ])('%s is kept as %s', (address, kept) => {
    expect(savableAddress(address)).toBe(kept)
  })

  it.each([
    '',
    'outbound',
    '/',
    '/outbound/',
    '/Outbound',
    '/settings',
    '/calls/cll-1',
    '/sign-in?callbackUrl=/outbound',
    '/api/reports/outbound',
    '//evil.example/outbound',
    '/\\evil.example/outbound',
    '/\t/evil.example/outbound',
    'https://evil.example/outbound',
    'javascript:alert(1)//outbound',
    '/outbound/../sign-in',
    '/%6futbound',
  ])('%j cannot be saved', address => {
    expect(savableAddress(address)).toBeNull()
  })

  it('keeps a period by its name', () => {
    expect(readSavable('/outbound?period=this-week&compare=year')).toEqual({
      path: '/outbound',
      search: '?period=this-week&compare=year',
    })
  })

  it('is its own canonical form', () => {
    for (const search of ['?tags=a%252Cb,none', '?tags=none', '?period=2026-01-01..2026-02-01&compare=2025-01-01'])
      expect(savableAddress(savableAddress(`/outbound${search}`) ?? '')).toBe(savableAddress(`/outbound${search}`))
  })
})
