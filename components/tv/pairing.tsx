import type { Words } from './context'

/** What a screen shows until somebody at the desk enters its code. `qr` is SVG of ours that holds the desk's address. */
export function Pairing({ code, address, qr, words }: { code: string; address: string; qr: string; words: Words }) {
  const { host, pathname } = new URL(address)
  const place = host + pathname
  return (
    <div id="pairing" data-code={code}>
      <div className="ask">
        <h1>{words('pairing.title')}</h1>
        <p className="code">
          <span>{code.slice(0, 3)}</span>
          <span>{code.slice(3)}</span>
        </p>
        <p className="do">{words.rich('pairing.do', { address: place, b: chunks => <b>{chunks}</b> })}</p>
        <p className="fresh">{words('pairing.fresh')}</p>
      </div>
      <div className="scan">
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: an SVG made by us from our own address */}
        <div className="qr" dangerouslySetInnerHTML={{ __html: qr }} />
        <p>{words('pairing.scan')}</p>
      </div>
      <i data-pulse="0" />
    </div>
  )
}
