import { expect, test } from 'vitest'
import { needsPlain } from './browser'

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)'

test.each([
  ['Chrome 111', `Mozilla/5.0 (X11; Linux x86_64) ${WEBKIT} Chrome/111.0.0.0 Safari/537.36`, false],
  ['Chrome 110', `Mozilla/5.0 (X11; Linux x86_64) ${WEBKIT} Chrome/110.0.0.0 Safari/537.36`, true],
  ['headless Chrome', `Mozilla/5.0 (X11; Linux x86_64) ${WEBKIT} HeadlessChrome/140.0.0.0 Safari/537.36`, false],
  ['Edge', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`, false],
  ['webOS', `Mozilla/5.0 (Web0S; Linux/SmartTV) ${WEBKIT} Chrome/79.0.3945.79 Safari/537.36 WebAppManager`, true],
  ['Tizen 5', `Mozilla/5.0 (SMART-TV; LINUX; Tizen 5.0) ${WEBKIT} Version/5.0 TV Safari/537.36`, true],
  ['Firefox 111', 'Mozilla/5.0 (X11; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/111.0', false],
  ['Firefox 102', 'Mozilla/5.0 (X11; Linux x86_64; rv:102.0) Gecko/20100101 Firefox/102.0', true],
  [
    'Safari 16.4',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.4 Safari/605.1.15',
    false,
  ],
  [
    'Safari 16.3',
    'Mozilla/5.0 (iPad; CPU OS 16_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.3 Mobile/15E148 Safari/604.1',
    true,
  ],
  ['a television of no name', 'Opera/9.80 (Linux mips; HbbTV/1.2.1) Presto/2.12.407', true],
  ['a program', 'curl/8.5.0', true],
  ['nothing', null, true],
])('%s', (_, userAgent, expected) => {
  expect(needsPlain(userAgent)).toBe(expected)
})
