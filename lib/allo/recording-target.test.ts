import { expect, test } from 'vitest'
import { recordingTarget } from './recording-target'

test.each<[string, string, boolean | null]>([
  ['https://api.withallo.com', 'https://api.withallo.com/v2/recordings/cll-1.mp3', true],
  ['https://api.withallo.com', 'https://media.withallo.com/cll-1.mp3?x=1', true],
  ['https://api.withallo.com', 'https://withallo.com/cll-1.mp3', true],
  ['https://api.withallo.com', 'https://WITHALLO.com./cll-1.mp3', false],
  ['https://api.withallo.com', 'https://notwithallo.com/cll-1.mp3', false],
  ['https://api.withallo.com', 'https://withallo.com.example.com/cll-1.mp3', false],
  ['https://api.withallo.com', 'https://storage.googleapis.com/x?signature=y', false],
  ['https://api.withallo.com', 'http://api.withallo.com/cll-1.mp3', null],
  ['https://api.withallo.com', 'https://user:pass@api.withallo.com/cll-1.mp3', null],
  ['https://api.withallo.com', 'https://api.withallo.com@example.com/cll-1.mp3', null],
  ['https://api.withallo.com', 'http://storage.example.com/x', null],
  ['https://api.withallo.com', 'file:///etc/passwd', null],
  ['https://api.withallo.com', 'data:audio/mp3;base64,AAAA', null],
  ['https://api.withallo.com', '/v2/recordings/cll-1.mp3', null],
  ['https://api.withallo.com', '', null],
  ['https://api.withallo.com', 'https://localhost/x', null],
  ['https://api.withallo.com', 'https://a.localhost/x', null],
  ['https://api.withallo.com', 'https://printer/x', null],
  ['https://api.withallo.com', 'https://vault.internal/x', null],
  ['https://api.withallo.com', 'https://127.0.0.1/x', null],
  ['https://api.withallo.com', 'https://2130706433/x', null],
  ['https://api.withallo.com', 'https://0x7f.1/x', null],
  ['https://api.withallo.com', 'https://10.1.2.3/x', null],
  ['https://api.withallo.com', 'https://172.31.0.1/x', null],
  ['https://api.withallo.com', 'https://172.32.0.1/x', false],
  ['https://api.withallo.com', 'https://192.168.1.1/x', null],
  ['https://api.withallo.com', 'https://169.254.169.254/latest/meta-data', null],
  ['https://api.withallo.com', 'https://100.64.0.1/x', null],
  ['https://api.withallo.com', 'https://0.0.0.0/x', null],
  ['https://api.withallo.com', 'https://[::1]/x', null],
  ['https://api.withallo.com', 'https://[::ffff:127.0.0.1]/x', null],
  ['https://api.withallo.com', 'https://[fd00::1]/x', null],
  ['https://api.withallo.com', 'https://[fe80::1]/x', null],
  ['https://api.withallo.com', 'https://[2606:4700::1]/x', false],
  ['https://api.withallo.com', 'https://8.8.8.8/x', false],
  ['http://127.0.0.1:4010', 'http://127.0.0.1:4010/recordings/cll-1.wav', true],
  ['http://127.0.0.1:4010', 'http://127.0.0.1:4011/recordings/cll-1.wav', null],
  ['http://127.0.0.1:4010', 'http://localhost:4010/recordings/cll-1.wav', null],
])('behind %s, %s: key %s', (base, address, withKey) => {
  expect(recordingTarget(address, new URL(base))?.withKey ?? null).toBe(withKey)
})

test('a redirect may be relative', () => {
  const base = new URL('https://api.withallo.com')
  expect(recordingTarget('../b.mp3', base, new URL('https://media.withallo.com/x/a.mp3'))?.url.href).toBe(
    'https://media.withallo.com/b.mp3',
  )
})
