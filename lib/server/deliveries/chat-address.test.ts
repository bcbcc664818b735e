import { beforeEach, describe, expect, it } from 'vitest'
import { changeEnv } from '@/lib/server/auth-kit'
import { setTestEnv } from '@/lib/server/test-kit'
import { chatAddress, maskAddress } from './chat-address'
import { seal, unseal } from './seal'

beforeEach(() => setTestEnv())

const SLACK = 'https://hooks.slack.com/services/T000/B000/aBcDeFgHiJkL'
const TEAMS =
  'https://prod-23.westeurope.logic.azure.com:443/workflows/abc/triggers/manual/paths/invoke?api-version=2016-06-01&sig=x'
const POWER =
  'https://default0.1f.environment.api.powerplatform.com/powerautomate/automations/direct/workflows/ab/triggers/manual/paths/invoke?sig=x'
const GOOGLE = 'https://chat.googleapis.com/v1/spaces/AAAA/messages?key=k&token=t'

describe('the address of a webhook', () => {
  it.each([
    ['slack', SLACK],
    ['teams', TEAMS],
    ['teams', POWER],
    ['google-chat', GOOGLE],
  ] as const)('of %s is taken', (kind, address) => {
    expect(chatAddress(kind, address)?.href).toBe(new URL(address).href)
  })

  it.each([
    ['teams', SLACK],
    ['slack', GOOGLE],
    ['slack', 'http://hooks.slack.com/services/T/B/x'],
    ['slack', 'https://hooks.slack.com:8443/services/T/B/x'],
    ['slack', 'https://user:pass@hooks.slack.com/services/T/B/x'],
    ['slack', 'https://hooks.slack.com.evil.example/services/T/B/x'],
    ['slack', 'https://evil.example/services/hooks.slack.com'],
    ['slack', 'https://hooks.slack.com/'],
    ['slack', 'https://169.254.169.254/services/x'],
    ['teams', 'https://logic.azure.com.evil.example/workflows/x'],
    ['teams', 'https://evillogic.azure.com/workflows/x'],
    ['google-chat', 'https://chat.googleapis.com/v1/spaces/AAAA/members'],
    ['google-chat', 'https://[::1]/v1/spaces/AAAA/messages'],
    ['slack', 'http://127.0.0.1:9/services/x'],
    ['slack', 'http://localhost:9/services/x'],
    ['slack', 'javascript:alert(1)'],
    ['slack', ''],
  ] as const)('of %s is not %s', (kind, address) => {
    expect(chatAddress(kind, address)).toBeNull()
  })

  it('may be on this machine where the environment says so, at that one port', () => {
    changeEnv({ CALLBOARD_CHAT_SINK: 'http://127.0.0.1:4010' })
    expect(chatAddress('slack', 'http://127.0.0.1:4010/slack')?.pathname).toBe('/slack')
    expect(chatAddress('slack', 'http://127.0.0.1:4011/slack')).toBeNull()
    changeEnv({ CALLBOARD_CHAT_SINK: '' })
  })

  it('is shown by its host and its last characters', () => {
    expect(maskAddress(SLACK)).toBe('hooks.slack.com/…iJkL')
    expect(maskAddress(null)).toBe('…')
  })
})

describe('a sealed address', () => {
  it('opens for its owner, under the same secret, unchanged', () => {
    const sealed = seal(SLACK, 'dlv_1')
    expect(sealed).not.toContain('slack')
    expect(unseal(sealed, 'dlv_1')).toBe(SLACK)
    expect(seal(SLACK, 'dlv_1')).not.toBe(sealed)
    expect(unseal(sealed, 'dlv_2')).toBeNull()
    const bytes = Buffer.from(sealed, 'base64url')
    for (const place of [0, 12, 28, bytes.length - 1]) {
      const changed = Buffer.from(bytes)
      changed[place] = (changed[place] ?? 0) ^ 1
      expect(unseal(changed.toString('base64url'), 'dlv_1'), `byte ${place}`).toBeNull()
    }
    for (const wrong of ['', 'x', 'not base64 at all …']) expect(unseal(wrong, 'dlv_1')).toBeNull()
    setTestEnv()
    changeEnv({ NEXTAUTH_SECRET: 'another secret of thirty-two characters' })
    expect(unseal(sealed, 'dlv_1')).toBeNull()
  })
})
