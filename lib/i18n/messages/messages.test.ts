import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { describe, expect, test } from 'vitest'
import { LOCALES } from '@/lib/i18n/locales'

type Tree = { [key: string]: string | Tree }

/** Every message of a catalogue by its full key. */
function flatten(tree: Tree, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[prefix + key, value]] : [...flatten(value, `${prefix}${key}.`)],
    ),
  )
}

function catalogue(locale: string): Map<string, string> {
  return flatten(JSON.parse(readFileSync(join(import.meta.dirname, `${locale}.json`), 'utf8')))
}

/** What the code has to hand to a message: its arguments with their kinds, the cases of its choices, and its tags. */
function needs(elements: MessageFormatElement[]): string[] {
  return elements.flatMap(element => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return []
      case TYPE.tag:
        return [`<${element.value}>`, ...needs(element.children)]
      case TYPE.select:
        return [
          `${element.value} select ${Object.keys(element.options).sort().join('|')}`,
          ...Object.values(element.options).flatMap(option => needs(option.value)),
        ]
      case TYPE.plural:
        // Languages differ in their plural cases; the argument is what counts.
        return [
          `${element.value} ${element.pluralType}`,
          ...Object.values(element.options).flatMap(option => needs(option.value)),
        ]
      default:
        return [`${element.value} ${TYPE[element.type]}`]
    }
  })
}

const describeNeeds = (message: string | undefined) => [...new Set(needs(parse(message ?? '')))].sort()

function* sourceFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* sourceFiles(path)
    else if (/\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name)) yield path
  }
}

const root = join(import.meta.dirname, '../../..')
const sources = ['app', 'components', 'lib'].flatMap(folder => [...sourceFiles(join(root, folder))])
const code = sources.map(path => ({ path: path.slice(root.length + 1), text: readFileSync(path, 'utf8') }))
const english = catalogue('en')

describe.each(LOCALES)('%s', locale => {
  const messages = catalogue(locale)

  test('has the keys of English, none more and none less', () => {
    expect([...messages.keys()].sort()).toEqual([...english.keys()].sort())
  })

  test('has no empty message', () => {
    expect([...messages].filter(([, message]) => message.trim() === '').map(([key]) => key)).toEqual([])
  })

  test.each([...messages])('%s takes the arguments and tags of English', (key, message) => {
    expect(describeNeeds(message)).toEqual(describeNeeds(english.get(key)))
  })
})

test('every key asked for with a literal exists', () => {
  const missing = code.flatMap(({ path, text }) => {
    // One name may stand for two namespaces in a file; the key has to exist in one of them.
    const namespaces = new Map<string, string[]>()
    for (const [, name = '', namespace] of text.matchAll(
      /const (\w+) = (?:await )?(?:use|get)Translations\((?:'([\w.]*)')?\)/g,
    )) {
      namespaces.set(name, [...(namespaces.get(name) ?? []), namespace ? `${namespace}.` : ''])
    }
    return [...namespaces].flatMap(([name, prefixes]) =>
      [...text.matchAll(new RegExp(`\\b${name}(?:\\.(?:rich|markup))?\\(\\s*'([\\w.-]+)'`, 'g'))]
        .filter(([, key]) => !prefixes.some(prefix => english.has(`${prefix}${key}`)))
        .map(([, key]) => `${path}: ${prefixes.map(prefix => prefix + key).join(' or ')}`),
    )
  })
  expect([...new Set(missing)]).toEqual([])
})

test('no message is left that nothing asks for', () => {
  // A key is asked for whole or by its last parts; a template asks for every key of its form.
  const literals = new Set(
    code.flatMap(({ text }) =>
      [...text.matchAll(/['"]([\w.-]+)['"]|\b(\w+):/g)].map(([, quoted, name]) => quoted ?? name),
    ),
  )
  const forms = code.flatMap(({ text }) =>
    [...text.matchAll(/`((?:[\w.-]|\$\{[^`{}]*\})+)`/g)]
      .map(([, form]) => form ?? '')
      .filter(form => form.includes('${') && /[a-z]/i.test(form.replace(/\$\{[^}]*\}/g, '')))
      .map(form => new RegExp(`^${form.replace(/[.-]/g, '\\$&').replace(/\$\{[^}]*\}/g, '[\\w-]+')}$`)),
  )
  const tails = (key: string) => key.split('.').map((_, index, parts) => parts.slice(index).join('.'))
  const unused = [...english.keys()].filter(
    key => !tails(key).some(tail => literals.has(tail) || forms.some(form => form.test(tail))),
  )
  expect(unused).toEqual([])
})
