import type { ReactNode } from 'react'
import type { ShowMessage } from '@/lib/tv/wire'

/*
 * The document that a screen opens. What our script may touch in it, and nothing else:
 *
 * html[data-theme]        dark | light
 * #stage[data-layout]     turns | pinned; [data-off="1"] is a dark screen; [data-cut="1"] one without network;
 *                         [data-past="1"] one whose "now" was another hour; [data-blink="1"] flashes its frame;
 *                         [data-shift="0…3"] moves everything by up to 3 px to spare the panel
 * #pinned, #turn          hold a panel's HTML; [data-panel] is its id
 * #clock                  14:32, in the zone of the message
 * #foot [data-ticker]     HTML of the conversion seen last
 * #foot [data-pager]      an <i> for each panel that takes turns, class "on" for the one that hangs
 * #foot [data-age]        ageText(); [data-tone] is fresh | amber | red
 * [data-pulse]            "0" or "1", turned over each second by the script: it proves that the page is alive
 * #celebration            a celebration's HTML, [data-on="1"] while it is shown
 * #show, #words           JSON: the ShowMessage, the AgeWords
 */

/** JSON in a script element: `<` would end it. */
function toScript(value: unknown): { __html: string } {
  return { __html: JSON.stringify(value).replace(/</g, '\\u003c') }
}

interface DocumentProps {
  language: ShowMessage['language']
  theme: ShowMessage['theme']
  title: string
  /** Address of tv.css. */
  styles: string
  /** The screen's script, and what stands in the document to look after it; null for none. */
  script: { src: string; guard: string; nonce: string } | null
  /** After how many seconds what loads where no script does it, the page itself unless an address is given; null for never. */
  refresh: { seconds: number; always: boolean; address?: string } | null
  /** Handed to the script. */
  data: { id: string; value: unknown }[]
  children: ReactNode
}

/** A whole document, static: no link, no control, nothing that takes the focus. */
export function TvDocument({ language, theme, title, styles, script, refresh, data, children }: DocumentProps) {
  const meta = refresh && (
    <meta
      httpEquiv="refresh"
      content={refresh.address ? `${refresh.seconds};url=${refresh.address}` : String(refresh.seconds)}
    />
  )
  return (
    <html lang={language} data-theme={theme}>
      {/* biome-ignore lint/style/noHeadElement: this is no page of Next's, the whole document is written here */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        <title>{title}</title>
        {refresh && (refresh.always ? meta : <noscript>{meta}</noscript>)}
        {script && (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: a script of ours, as it was built
          <script nonce={script.nonce} dangerouslySetInnerHTML={{ __html: script.guard }} />
        )}
        <link rel="icon" href="/icon.svg" />
        <link rel="stylesheet" href={styles} />
      </head>
      <body>
        {children}
        {data.map(({ id, value }) => (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every < escaped
          <script key={id} id={id} type="application/json" dangerouslySetInnerHTML={toScript(value)} />
        ))}
        {script && <script src={script.src} nonce={script.nonce} defer />}
      </body>
    </html>
  )
}
