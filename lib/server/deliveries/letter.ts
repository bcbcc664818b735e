import 'server-only'
import { plain, type ReviewMessage } from './message'

/** Of the pictures, in pixels as they are shown; they are made twice as sharp. */
export const PICTURE = { width: 560, height: 240 }
/** How the letter names its pictures (RFC 2392). */
export const CIDS = { funnel: 'funnel@callboard', series: 'series@callboard' }

const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
const [INK, QUIET, LINE] = ['#1b2130', '#5b6478', '#e2e5ea']

function toHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** The letter for programs that show no HTML, and for whoever prefers it. */
export function letterText({ notice, title, sentences, figures, link, footer }: ReviewMessage): string {
  const numbers = figures.map(({ label, value, note }) => `${label}: ${value}${note && ` (${note})`}`)
  return [
    ...(notice === '' ? [] : [notice, '']),
    title,
    '',
    ...sentences.map(sentence => `- ${plain(sentence)}`),
    ...(sentences.length === 0 ? [] : ['']),
    ...numbers,
    '',
    `${link.text}: ${link.url}`,
    '',
    '-- ',
    footer,
  ].join('\n')
}

function picture(cid: string, words: string): string {
  const { width, height } = PICTURE
  const style = 'display:block;width:100%;max-width:560px;height:auto;border:0;margin:0 0 16px'
  return `<img src="cid:${cid}" width="${width}" height="${height}" alt="${toHtml(words)}" style="${style}">`
}

/** Tables and inline styles only: what every mail program draws. */
export function letterHtml(message: ReviewMessage): string {
  const { locale, notice, title, sentences, figures, link, pictures, footer } = message
  const cell = `padding:8px 12px 8px 0;border-top:1px solid ${LINE}`
  const lines = sentences.map(sentence => {
    const words = sentence.map(({ text, strong }) => (strong ? `<strong>${toHtml(text)}</strong>` : toHtml(text)))
    return `<p style="margin:0 0 8px">${words.join('')}</p>`
  })
  const rows = figures.map(
    ({ label, value, note }) =>
      `<tr><td style="${cell}">${toHtml(label)}</td>` +
      `<td style="${cell};text-align:right;font-weight:600;white-space:nowrap">${toHtml(value)}</td>` +
      `<td style="${cell};padding-right:0;color:${QUIET};font-size:13px">${toHtml(note)}</td></tr>`,
  )
  const button = `display:inline-block;padding:9px 14px;border-radius:8px;background:${INK};color:#ffffff;text-decoration:none;font-weight:600`
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${toHtml(title)}</title></head>`,
    `<body style="margin:0;padding:0;background:#ffffff;color:${INK};font-size:15px;line-height:1.45;${FONT}">`,
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:24px 16px">',
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px"><tr><td>',
    ...(notice === '' ? [] : [`<p style="margin:0 0 12px;color:${QUIET};font-size:13px">${toHtml(notice)}</p>`]),
    `<h1 style="margin:0 0 14px;font-size:20px;line-height:1.3">${toHtml(title)}</h1>`,
    ...lines,
    `<table cellpadding="0" cellspacing="0" width="100%" style="margin:14px 0 18px;border-collapse:collapse;font-size:15px">${rows.join('')}</table>`,
    picture(CIDS.funnel, pictures.funnel),
    picture(CIDS.series, pictures.series),
    `<p style="margin:8px 0 24px"><a href="${toHtml(link.url)}" style="${button}">${toHtml(link.text)}</a></p>`,
    `<p style="margin:0;color:${QUIET};font-size:12px">${toHtml(footer)}</p>`,
    '</td></tr></table></td></tr></table></body></html>',
  ].join('\n')
}
