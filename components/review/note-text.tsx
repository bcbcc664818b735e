'use client'
import Markdown, { RuleType } from 'markdown-to-jsx/react'
import { findMentions } from './mentions'

/** Only addresses that lead out, or to a mail: nothing that runs. */
function safeAddress(address: string): string | null {
  return /^(https?:\/\/|mailto:)/i.test(address.trim()) ? address : null
}

/** Headings of a note are no headings of the page. */
const Loud = ({ children }: { children?: React.ReactNode }) => <p className="font-semibold">{children}</p>
const Nothing = () => null

const PLAIN = {
  h1: Loud,
  h2: Loud,
  h3: Loud,
  h4: Loud,
  h5: Loud,
  h6: Loud,
  img: Nothing,
  a: { props: { rel: 'noreferrer nofollow', target: '_blank', className: 'underline underline-offset-2' } },
}

/** A note's Markdown: no raw HTML, no pictures, links only to the web and to mail. Names of people are set apart. */
export function NoteText({ body, names }: { body: string; names: readonly string[] }) {
  return (
    <div
      dir="auto"
      className="flex flex-col gap-1.5 leading-[21px] [overflow-wrap:anywhere] [&_code]:text-[13px] [&_li]:ml-5 [&_ol_li]:list-decimal [&_pre]:overflow-x-auto [&_ul_li]:list-disc"
    >
      <Markdown
        options={{
          disableParsingRawHTML: true,
          forceBlock: true,
          sanitizer: safeAddress,
          overrides: PLAIN,
          renderRule(next, node, _children, { key }) {
            if (node.type !== RuleType.text) return next()
            const pieces = findMentions(node.text, names)
            if (pieces.every(({ mention }) => !mention)) return next()
            return (
              <span key={key}>
                {pieces.map(({ text, mention }, place) =>
                  mention ? (
                    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other identity
                    <span key={place} data-mention className="font-semibold text-act-3">
                      {text}
                    </span>
                  ) : (
                    text
                  ),
                )}
              </span>
            )
          },
        }}
      >
        {body}
      </Markdown>
    </div>
  )
}
