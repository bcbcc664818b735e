import 'server-only'
import type { PictureKind } from '@/lib/server/pictures/picture-address'
import type { TargetKind } from '@/lib/settings/delivery'
import { plain, type ReviewMessage } from './message'

/** Where a chat finds the pictures; null where it could reach none. */
type Addresses = Record<PictureKind, string> | null

/*
 * One message in the form of each chat. Names are people's own words, so whatever a chat reads as a sign of its own is
 * written as it asks.
 */

/** The pictures in their order, each with the words for whoever does not see it. */
function picturesOf({ pictures }: ReviewMessage, addresses: Addresses): { url: string; words: string }[] {
  if (!addresses) return []
  return (['funnel', 'series'] as const).map(kind => ({ url: addresses[kind], words: pictures[kind] }))
}

/** Slack's mrkdwn knows three characters (docs.slack.dev, "Formatting message text"). */
const forSlack = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Slack cuts nothing itself: a longer text is refused. */
const cut = (text: string, longest: number) => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text)

/** Sections, two fields beside each other, a button that opens an address (docs.slack.dev, "Block Kit"). */
function slackBody(message: ReviewMessage, addresses: Addresses): unknown {
  const { notice, title, sentences, figures, link } = message
  const strong = (text: string) => `*${forSlack(text)}*`
  const lines = sentences.map(sentence =>
    sentence.map(({ text, strong: isStrong }) => (isStrong ? strong(text) : forSlack(text))).join(''),
  )
  const field = ({ label, value, note }: ReviewMessage['figures'][number]) => ({
    type: 'mrkdwn',
    text: cut(`${forSlack(label)}\n${strong(value)}${note && `\n${forSlack(note)}`}`, 2000),
  })
  const context = { type: 'context', elements: [{ type: 'mrkdwn', text: forSlack(notice) }] }
  return {
    // Read out, and shown in notifications; read for signs as everything is.
    text: forSlack([title, ...sentences.map(plain)].join('\n')),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: cut(title, 150) } },
      ...(notice === '' ? [] : [context]),
      ...(lines.length === 0 ? [] : [{ type: 'section', text: { type: 'mrkdwn', text: cut(lines.join('\n'), 3000) } }]),
      { type: 'section', fields: figures.map(field) },
      ...picturesOf(message, addresses).map(({ url, words }) => ({ type: 'image', image_url: url, alt_text: words })),
      {
        type: 'actions',
        elements: [{ type: 'button', text: { type: 'plain_text', text: link.text }, url: link.url, style: 'primary' }],
      },
    ],
    unfurl_links: false,
    unfurl_media: false,
  }
}

/** Adaptive cards read a little Markdown. */
const forTeams = (text: string) => text.replace(/[\\*_[\]`~#]/g, sign => `\\${sign}`)

/** An Adaptive Card as an attachment: what the workflow "when a Teams webhook request is received" posts (learn.microsoft.com). */
function teamsBody(message: ReviewMessage, addresses: Addresses): unknown {
  const { notice, title, sentences, figures, link } = message
  const text = (content: string, more: object = {}) => ({ type: 'TextBlock', text: content, wrap: true, ...more })
  const sentence = (phrases: ReviewMessage['sentences'][number]) =>
    phrases.map(phrase => (phrase.strong ? `**${forTeams(phrase.text)}**` : forTeams(phrase.text))).join('')
  const facts = figures.map(({ label, value, note }) => ({
    title: label,
    value: `**${value}**${note && `  ${forTeams(note)}`}`,
  }))
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    msteams: { width: 'Full' },
    body: [
      text(forTeams(title), { size: 'Large', weight: 'Bolder', style: 'heading' }),
      ...(notice === '' ? [] : [text(notice, { isSubtle: true, size: 'Small' })]),
      ...sentences.map(each => text(sentence(each), { spacing: 'Small' })),
      { type: 'FactSet', facts, spacing: 'Medium' },
      ...picturesOf(message, addresses).map(({ url, words }) => ({
        type: 'Image',
        url,
        altText: words,
        size: 'Stretch',
        spacing: 'Medium',
      })),
    ],
    actions: [{ type: 'Action.OpenUrl', title: link.text, url: link.url }],
  }
  const contentType = 'application/vnd.microsoft.card.adaptive'
  return { type: 'message', attachments: [{ contentType, contentUrl: null, content }] }
}

const forGoogle = forSlack

/** A card with one section (developers.google.com, "Card message"). Its texts read a few HTML tags. */
function googleBody(message: ReviewMessage, addresses: Addresses): unknown {
  const { notice, title, sentences, figures, link } = message
  const sentence = (phrases: ReviewMessage['sentences'][number]) =>
    phrases.map(({ text, strong }) => (strong ? `<b>${forGoogle(text)}</b>` : forGoogle(text))).join('')
  const widgets = [
    ...(sentences.length === 0 ? [] : [{ textParagraph: { text: sentences.map(sentence).join('<br>') } }]),
    ...figures.map(({ label, value, note }) => ({
      decoratedText: {
        topLabel: label,
        text: `<b>${value}</b>`,
        ...(note && { bottomLabel: note }),
      },
    })),
    ...picturesOf(message, addresses).map(({ url, words }) => ({ image: { imageUrl: url, altText: words } })),
    { buttonList: { buttons: [{ text: link.text, onClick: { openLink: { url: link.url } } }] } },
  ]
  const card = { header: { title, ...(notice && { subtitle: notice }) }, sections: [{ widgets }] }
  return { fallbackText: title, cardsV2: [{ cardId: 'review', card }] }
}

const BODIES: Record<Exclude<TargetKind, 'mail'>, (message: ReviewMessage, addresses: Addresses) => unknown> = {
  slack: slackBody,
  teams: teamsBody,
  'google-chat': googleBody,
}

/** The message as JSON that a chat's webhook takes. */
export function chatBody(kind: Exclude<TargetKind, 'mail'>, message: ReviewMessage, addresses: Addresses): string {
  return JSON.stringify(BODIES[kind](message, addresses))
}
