import { expect, test } from 'vitest'
import { documentsIn } from './wall-documents'

/** An element that somebody could press, fill in or reach by the keyboard, and an attribute that makes one of any other. */
const OPERABLE =
  /<(?:a|button|input|select|textarea|form|label|details|summary|dialog|iframe|embed|object|audio|video|area)\b|\s(?:tabindex|contenteditable|role|href|on\w+)=/gi

test.each(['en', 'fr'] as const)('no document of a screen holds anything that can be operated, in %s', language => {
  const found: Record<string, string[]> = {}
  for (const [name, html] of documentsIn({ language })) {
    const [, body = ''] = html.split('<body>')
    expect(body).toContain('<div')
    const operable = body.match(OPERABLE)
    if (operable) found[name] = operable
  }
  expect(found).toEqual({})
})
