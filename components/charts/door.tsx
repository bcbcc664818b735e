import type { ComponentProps, HTMLAttributes } from 'react'
import type { MarkLinkProps } from './mark-link'

type DoorProps = HTMLAttributes<HTMLElement> & { link: MarkLinkProps | null }

/**
 * The link behind a mark, drawn by whoever shows the mark. Where it leads nowhere it is a picture with the same name, which
 * still has its place in the keyboard's order when it is given one.
 */
export function Door({ link, ...rest }: DoorProps) {
  if (!link) return <span role="img" {...rest} />
  const { href, ...handlers }: ComponentProps<'a'> = link
  return <a href={href} {...handlers} {...rest} />
}
