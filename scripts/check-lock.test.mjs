import { expect, test } from 'vitest'
import { missingOptional } from './check-lock.mjs'

const wants = { optionalDependencies: { 'only-on-mac': '1.0.0' } }

test.each([
  ['beside the package', { 'node_modules/a': wants, 'node_modules/only-on-mac': {} }, []],
  ['inside the package', { 'node_modules/a': wants, 'node_modules/a/node_modules/only-on-mac': {} }, []],
  [
    'above a nested package',
    { 'node_modules/a/node_modules/b': wants, 'node_modules/a/node_modules/only-on-mac': {} },
    [],
  ],
  ['in a scope', { 'node_modules/@s/a/node_modules/@t/b': wants, 'node_modules/only-on-mac': {} }, []],
  ['nowhere', { 'node_modules/a': wants }, ['only-on-mac (wanted by node_modules/a)']],
  [
    'in a stranger',
    { 'node_modules/a': wants, 'node_modules/b/node_modules/only-on-mac': {} },
    ['only-on-mac (wanted by node_modules/a)'],
  ],
])('an optional package that is %s', (_, packages, missing) => {
  expect(missingOptional({ packages: { '': {}, ...packages } })).toEqual(missing)
})
