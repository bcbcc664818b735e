import { expect, test } from 'vitest'
import { readSignInProblem, readSignInResult } from './auth'

test.each([
  ['http://localhost:3000/outbound', { kind: 'ok' }],
  ['http://localhost:3000/sign-in?error=CredentialsSignin', { kind: 'wrong' }],
  ['/sign-in?error=TOO_MANY_ATTEMPTS%3A754', { kind: 'wait', seconds: 754 }],
  ['/sign-in?error=TOO_MANY_ATTEMPTS%3Asoon', { kind: 'failed' }],
  ['/sign-in?error=STORAGE_DOWN', { kind: 'failed' }],
  ['/sign-in?error=Configuration', { kind: 'failed' }],
  ['/sign-in?error=', { kind: 'failed' }],
  ['/sign-in?csrf=true', { kind: 'failed' }],
])('%s', (url, result) => {
  expect(readSignInResult(url)).toEqual(result)
})

test.each([
  [undefined, null],
  ['AccessDenied', { kind: 'refused' }],
  ['OAuthSignin', { kind: 'provider' }],
  ['OAuthCallback', { kind: 'provider' }],
  ['Callback', { kind: 'provider' }],
  ['<script>', { kind: 'failed' }],
  [['OAuthCallback', 'AccessDenied'], null],
])('an error of %j', (error, problem) => {
  expect(readSignInProblem(error)).toEqual(problem)
})
