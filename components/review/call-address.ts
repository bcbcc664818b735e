import { readId } from '@/lib/report/address-values'

/** The call that a copied address opens: `…/calls/cll_1?t=92`, or any page of ours with `?call=cll_1`. null for any other text. */
export function callOfAddress(text: string): string | null {
  const url = URL.parse(text.trim(), 'https://callboard.invalid')
  const inPath = url && /^\/calls\/([^/]+)$/.exec(url.pathname)?.[1]
  const id = inPath ? decode(inPath) : url?.searchParams.get('call')
  return id ? readId(id) : null
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
