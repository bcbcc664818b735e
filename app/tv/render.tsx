import { getTranslations } from 'next-intl/server'
import type { ReactElement } from 'react'
import { Celebration, Ticker } from '@/components/tv/celebration'
import type { Wall } from '@/components/tv/context'
import { PanelView } from '@/components/tv/panel'
import { workspace } from '@/lib/server/workspace'
import { dateIn } from '@/lib/tv/line-up'
import type { RenderCelebration, RenderPanel } from '@/lib/tv/render'

/** HTML without a trace of React. Loaded when it is first needed: Next refuses to bundle it with pages. */
export async function toHtml(element: ReactElement): Promise<string> {
  const { renderToStaticMarkup } = await import('react-dom/server')
  return renderToStaticMarkup(element)
}

/** The sentences of the wall in a screen's own language, whatever its browser asks for. */
export function wallWords(language: Wall['language']) {
  return getTranslations({ locale: language, namespace: 'tv' })
}

const renderPanel: RenderPanel = async (answer, scene, options) => {
  const wall: Wall = { ...options, words: await wallWords(options.language), today: dateIn(options.zone, options.now) }
  return toHtml(<PanelView answer={answer} scene={scene} wall={wall} />)
}

const renderCelebration: RenderCelebration = async (conversion, { language, form }) => {
  const words = await wallWords(language)
  return toHtml(
    form === 'moment' ? (
      <Celebration conversion={conversion} words={words} />
    ) : (
      <Ticker conversion={conversion} zone={workspace().zone} words={words} />
    ),
  )
}

/** What the server's side needs to make HTML of boards and conversions. */
export const renderer = { renderPanel, renderCelebration }
