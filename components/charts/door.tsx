import type { ComponentProps } from 'react'
import type { MarkLinkProps } from './mark-link'

/** The link behind a mark, drawn by whoever shows the mark. */
export function Door({ link, ...rest }: ComponentProps<'a'> & { link: MarkLinkProps }) {
  const { href, ...handlers } = link
  return <a href={href} {...handlers} {...rest} />
}
