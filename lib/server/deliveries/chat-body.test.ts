import { beforeEach, describe, expect, it } from 'vitest'
import { documentOf } from '@/lib/report/review/review-fixture'
import { setTestEnv } from '@/lib/server/test-kit'
import { chatBody } from './chat-body'
import { newTargetSchema } from './input'
import { reviewMessage } from './message'

beforeEach(() => setTestEnv())

/** A name that each chat would read as something of its own. */
const NAME = '<!channel> *R&D* [x](y)'
const URL = 'http://localhost:3000/reviews/2026-W16'

const ADDRESSES = { funnel: 'https://callboard.example.com/funnel', series: 'https://callboard.example.com/series' }
const WORDS = ['Chart: the funnel, stage by stage', 'Chart: dials and connected calls, day by day']

async function bodyOf(kind: 'slack' | 'teams' | 'google-chat', addresses: typeof ADDRESSES | null = null) {
  const document = documentOf({ summary: [{ kind: 'out', names: [NAME] }] })
  const message = await reviewMessage(document, { locale: 'en', today: '2026-04-20', isTest: false })
  return JSON.parse(chatBody(kind, message, addresses))
}

describe('a review', () => {
  it('for Slack: a header, the summary, the numbers as fields, a button; names are no commands', async () => {
    const { text, blocks } = await bodyOf('slack')
    expect(text).toContain('Week 16, April 13 – 19')
    expect(text).toContain('&lt;!channel&gt; *R&amp;D*')
    expect(blocks.map(({ type }: { type: string }) => type)).toEqual(['header', 'section', 'section', 'actions'])
    expect(blocks[1].text.text).toContain('&lt;!channel&gt; *R&amp;D*')
    expect(blocks[2].fields[0].text).toBe('Dials\n*1,412*\nweek 15: 1,290')
    expect(blocks[2].fields[1].text).toBe('Connected\n*471*\n33.4% of the stage before · week 15: 402')
    expect(blocks[3].elements[0].url).toBe(URL)
  })

  it('for Teams: an Adaptive Card as the attachment of a message', async () => {
    const { type, attachments } = await bodyOf('teams')
    const [{ contentType, content }] = attachments
    expect([type, contentType, content.type]).toEqual([
      'message',
      'application/vnd.microsoft.card.adaptive',
      'AdaptiveCard',
    ])
    expect(content.body[1].text).toContain('\\*R&D\\* \\[x\\](y)')
    expect(content.body.at(-1).facts[0]).toEqual({ title: 'Dials', value: '**1,412**  week 15: 1,290' })
    expect(content.actions).toEqual([{ type: 'Action.OpenUrl', title: 'Open the review', url: URL }])
  })

  it('for Google Chat: a card of version 2', async () => {
    const { cardsV2 } = await bodyOf('google-chat')
    const { header, sections } = cardsV2[0].card
    expect(header.title).toBe('Week 16, April 13 – 19')
    const [summary, dials] = sections[0].widgets
    expect(summary.textParagraph.text).toContain('&lt;!channel&gt; *R&amp;D*')
    expect(dials.decoratedText).toEqual({ topLabel: 'Dials', text: '<b>1,412</b>', bottomLabel: 'week 15: 1,290' })
    expect(sections[0].widgets.at(-1).buttonList.buttons[0].onClick.openLink.url).toBe(URL)
  })
})

describe('the pictures of a review', () => {
  it('are image blocks with words in Slack', async () => {
    const { blocks } = await bodyOf('slack', ADDRESSES)
    expect(blocks.slice(-3, -1)).toEqual([
      { type: 'image', image_url: ADDRESSES.funnel, alt_text: WORDS[0] },
      { type: 'image', image_url: ADDRESSES.series, alt_text: WORDS[1] },
    ])
  })

  it('are Image elements in Teams', async () => {
    const { attachments } = await bodyOf('teams', ADDRESSES)
    expect(attachments[0].content.body.slice(-2)).toMatchObject([
      { type: 'Image', url: ADDRESSES.funnel, altText: WORDS[0] },
      { type: 'Image', url: ADDRESSES.series, altText: WORDS[1] },
    ])
  })

  it('are image widgets in Google Chat', async () => {
    const { cardsV2 } = await bodyOf('google-chat', ADDRESSES)
    expect(cardsV2[0].card.sections[0].widgets.slice(-3, -1)).toEqual([
      { image: { imageUrl: ADDRESSES.funnel, altText: WORDS[0] } },
      { image: { imageUrl: ADDRESSES.series, altText: WORDS[1] } },
    ])
  })
})

describe('a new target', () => {
  const GIVEN = { kind: 'mail', name: 'Team', address: 'a@example.com', locale: 'en', at: 480, periods: ['week'] }

  it('keeps each mail address once, and periods in their order', () => {
    const given = { ...GIVEN, address: ' a@example.com;B@example.com\nb@example.com ', periods: ['month', 'week'] }
    expect(newTargetSchema.parse(given)).toMatchObject({
      address: 'a@example.com, b@example.com',
      periods: ['week', 'month'],
    })
  })

  it.each([
    [{ kind: 'pigeon' }, 'kind', 'invalid'],
    [{ name: ' ' }, 'name', 'required'],
    [{ address: 'a@example.com, nobody' }, 'address', 'email'],
    [{ address: 'a@example.com\r\nBcc: b@example.com' }, 'address', 'email'],
    [{ address: Array.from({ length: 51 }, (_, at) => `p${at}@example.com`).join() }, 'address', 'tooMany'],
    [{ kind: 'slack' }, 'address', 'webhook'],
    [{ kind: 'slack', address: 'https://10.0.0.1/services/x' }, 'address', 'webhook'],
    [{ locale: 'de' }, 'locale', 'invalid'],
    [{ at: 1440 }, 'at', 'number'],
    [{ at: 1.5 }, 'at', 'number'],
    [{ periods: [] }, 'periods', 'required'],
  ])('is not made of %j', (change, path, message) => {
    const { error } = newTargetSchema.safeParse({ ...GIVEN, ...change })
    expect(error?.issues.map(issue => [issue.path[0], issue.message])).toContainEqual([path, message])
  })
})
