// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest'
import { keyOf, mayFire } from './shortcuts'

afterEach(() => {
  document.body.innerHTML = ''
})

function press(key: string, code: string, held: Partial<KeyboardEventInit> = {}): string | null {
  return keyOf(new KeyboardEvent('keydown', { key, code, ...held }))
}

test.each<[what: string, name: string | null, key: string, code: string, held?: KeyboardEventInit]>([
  ['a letter', 'd', 'd', 'KeyD'],
  ['a letter with caps lock', 'd', 'D', 'KeyD'],
  ['a letter where an AZERTY keyboard has it', 'w', 'w', 'KeyZ'],
  ['a digit', '7', '7', 'Digit7'],
  ['a digit of the number pad', '4', '4', 'Numpad4'],
  ['a digit on AZERTY, with Shift', '7', '7', 'Digit7', { shiftKey: true }],
  ['a digit on AZERTY, without', '7', 'è', 'Digit7'],
  ['an ampersand', null, '&', 'Digit7', { shiftKey: true }],
  ['a question mark', '?', '?', 'Slash', { shiftKey: true }],
  ['an arrow', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft'],
  ['an arrow that selects', null, 'ArrowLeft', 'ArrowLeft', { shiftKey: true }],
  ['the browser’s own', null, 'd', 'KeyD', { ctrlKey: true }],
  ['going back', null, 'ArrowLeft', 'ArrowLeft', { altKey: true }],
  ['a Mac’s own', null, 'w', 'KeyW', { metaKey: true }],
])('%s is %j', (_, name, key, code, held) => {
  expect(press(key, code, held)).toBe(name)
})

/** Whether `key` may act when pressed in the element marked `at`. */
function fires(html: string, key: string): boolean {
  document.body.innerHTML = html
  return mayFire(key, document.getElementById('at'), document)
}

test.each<[html: string, letter: boolean, arrow: boolean]>([
  ['<main id="at"></main>', true, true],
  ['<button id="at"></button>', true, true],
  ['<input id="at">', false, false],
  ['<textarea id="at"></textarea>', false, false],
  ['<select id="at"></select>', false, false],
  ['<div contenteditable="true"><b id="at"></b></div>', false, false],
  ['<div contenteditable="false"><b id="at"></b></div>', true, true],
  ['<div role="grid"><a id="at"></a></div>', true, false],
  ['<ul data-roving><li id="at"></li></ul>', true, false],
  ['<audio id="at"></audio>', true, false],
  ['<main id="at"></main><div role="dialog"></div>', false, false],
  ['<main id="at"></main><dialog open></dialog>', false, false],
  ['<main id="at"></main><dialog></dialog>', true, true],
])('in %s: letters %s, arrows %s', (html, letter, arrow) => {
  expect(fires(html, 'd')).toBe(letter)
  expect(fires(html, 'ArrowLeft')).toBe(arrow)
})

test('a closed menu that stays in the document blocks nothing', () => {
  expect(fires('<main id="at"></main><div role="menu" popover="auto"></div>', 'd')).toBe(true)
  expect(fires('<div role="menu" popover="auto"><button id="at"></button></div>', 'd')).toBe(false)
})
