import { toString as toQr } from 'qrcode'
import type { ReactElement } from 'react'
import { Away } from '@/components/tv/away'
import { TvDocument } from '@/components/tv/document'
import { Pairing } from '@/components/tv/pairing'
import { Stage } from '@/components/tv/stage'
import { formatTime } from '@/lib/format/dates'
import { tvGuard, tvVersion } from '@/lib/server/screens/version'
import { type AgeWords, ageText } from '@/lib/tv/age'
import type { Show } from '@/lib/tv/show'
import type { ShowMessage } from '@/lib/tv/wire'
import { turnAt } from '@/lib/tv-client/schedule'
import { toHtml, wallWords } from './render'

/** A whole document; without its first line browsers would draw it as those of the nineties did. */
async function toDocument(element: ReactElement): Promise<string> {
  return `<!doctype html>${await toHtml(element)}`
}

/** How a document stays new: by our script, by loading itself anew, or not at all because another page looks after it. */
export type Life = { nonce: string } | 'plain' | 'picture'

/** Where no script runs, a page loads itself anew at the next scene, after half a minute at most. Seconds. */
const LONGEST = 30
const SHORTEST = 2
/** A screen that waits looks this often, in seconds. */
const WAITING = 5
/**
 * Where a page goes on whose browser runs no script: each such page is a sign of life. A page that names no address, not even
 * its own, is never loaded anew by a browser whose address ends in a #.
 */
const PLAIN = '/tv?plain=1'

const styles = () => `/tv/tv.css?v=${tvVersion()}`

function scriptOf(life: Life) {
  return typeof life === 'string' ? null : { src: `/tv/tv.js?v=${tvVersion()}`, guard: tvGuard(), nonce: life.nonce }
}

async function ageWords(language: Show['language']): Promise<AgeWords> {
  const words = await wallWords(language)
  return {
    updated: words('age.updated'),
    failing: words('age.failing'),
    failingNever: words('age.failingNever'),
    refused: words('age.refused'),
    refusedNever: words('age.refusedNever'),
    offline: words('age.offline'),
    offlineNever: words('age.offlineNever'),
    never: words('age.never'),
  }
}

/** The document of a screen with its first scene in it: the one whose turn it is. */
export async function showDocument(message: ShowMessage, life: Life): Promise<string> {
  const { language, theme, now, panels, zone, isOff } = message
  const words = await ageWords(language)
  const turn = isOff ? null : turnAt(panels, now)
  const left = turn ? Math.ceil((turn.until - now) / 1000) : LONGEST
  const seconds = Math.min(LONGEST, Math.max(SHORTEST, left))
  const isLive = typeof life !== 'string'
  return toDocument(
    <TvDocument
      language={language}
      theme={theme}
      title={(await wallWords(language))('name')}
      styles={styles()}
      script={scriptOf(life)}
      refresh={life === 'picture' ? null : { seconds: isLive ? LONGEST : seconds, always: !isLive, address: PLAIN }}
      data={
        isLive
          ? [
              { id: 'show', value: message },
              { id: 'words', value: words },
            ]
          : []
      }
    >
      <Stage
        message={message}
        shown={turn?.index ?? 0}
        clock={formatTime(new Date(now).toISOString(), zone)}
        age={ageText(message, now, false, words)}
        travel={life === 'plain' ? seconds : null}
      />
    </TvDocument>,
  )
}

/**
 * What a screen shows until its code is entered.
 *
 * @param address of the desk's page of screens, whole
 */
export async function pairingDocument(
  { code, address, language }: { code: string; address: string; language: Show['language'] },
  life: Life,
): Promise<string> {
  const words = await wallWords(language)
  const qr = await toQr(`${address}?code=${code}`, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' })
  return toDocument(
    <TvDocument
      language={language}
      theme="dark"
      title={words('name')}
      styles={styles()}
      script={scriptOf(life)}
      refresh={{ seconds: WAITING, always: life === 'plain', address: `${PLAIN}&again=1` }}
      data={[]}
    >
      <Pairing code={code} address={address} qr={qr} words={words} />
    </TvDocument>,
  )
}

/**
 * While we cannot even tell which screen asks, or its browser keeps no cookies to tell it by: it tries again by itself, and
 * nothing else is shown. With the script in the first case, since the address may bring a secret; in the other each try of
 * the script would take a code.
 */
export async function awayDocument(
  language: Show['language'],
  life: Life,
  why: 'away' | 'cookies' = 'away',
): Promise<string> {
  const words = await wallWords(language)
  const own = life === 'plain' ? PLAIN : undefined
  const address = why === 'away' ? own : life === 'plain' ? `${PLAIN}&again=1` : '/tv?again=1'
  return toDocument(
    <TvDocument
      language={language}
      theme="dark"
      title={words('name')}
      styles={styles()}
      script={why === 'away' ? scriptOf(life) : null}
      refresh={{ seconds: LONGEST, always: true, address }}
      data={[]}
    >
      <Away words={words} why={why} />
    </TvDocument>,
  )
}
