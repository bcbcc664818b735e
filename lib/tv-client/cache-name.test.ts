import { expect, it } from 'vitest'
import { hasCode, hasShow, isFile, isOurs, mayKeep } from './cache-name'

const HEAD = '<html><head><link rel="stylesheet" href="/tv/tv.css?v=abc"/></head>'

it.each([
  ['a show', `${HEAD}<script id="show">{}</script></html>`, [true, true, false]],
  ['a code', `${HEAD}<div id="pairing"></div></html>`, [true, false, true]],
  ['neither, while we are away', `${HEAD}<div id="stage"></div></html>`, [true, false, false]],
  ['half a show', `${HEAD}<script>${isOurs}</script><script id="show">{"now":1`, [false, false, false]],
  ['a form to sign in to a Wi-Fi', '<html><form id="show"><input id="pairing"></form>', [false, false, false]],
  ['nothing', '', [false, false, false]],
])('%s', (_, html, expected) => {
  expect([isOurs(html), hasShow(html), hasCode(html)]).toEqual(expected)
})

const answer = (type: string | null, cacheControl = '', status = 200) =>
  new Response('', { status, headers: { ...(type && { 'content-type': type }), 'cache-control': cacheControl } })

it.each([
  ['/tv/tv.js', answer('application/javascript; charset=UTF-8', 'public, immutable'), [true, true]],
  ['/tv/tv.js', answer('text/javascript'), [true, true]],
  ['/tv/tv.css', answer('text/css; charset=UTF-8'), [true, true]],
  ['/tv/inter.woff2', answer('font/woff2'), [true, true]],
  // That of another version, from a server that says so.
  ['/tv/tv.js', answer('text/javascript', 'no-store'), [true, false]],
  // What is sent in our place.
  ['/tv/tv.js', answer('text/html'), [false, false]],
  ['/tv/tv.css', answer('text/html'), [false, false]],
  ['/tv/tv.js', answer(null), [false, false]],
  ['/tv/tv.js', answer('text/javascript', '', 404), [false, false]],
])('whether %s is that file, and may be kept', (path, given, expected) => {
  expect([isFile(given, path), mayKeep(given, path)]).toEqual(expected)
})
