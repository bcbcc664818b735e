import type { AgeText } from '@/lib/tv/age'
import type { Panel, ShowMessage } from '@/lib/tv/wire'

/** HTML of ours, made by React before. */
function Html({ id, name, panel }: { id: string; name: string; panel: Panel | null }) {
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: made by renderPanel, which escapes what others wrote
    <section id={id} className={name} data-panel={panel?.id} dangerouslySetInnerHTML={{ __html: panel?.html ?? '' }} />
  )
}

/** The marks of the panels that take turns; one alone needs none. */
function Pager({ panels, shown }: { panels: Panel[]; shown: number }) {
  return (
    <span data-pager="">
      {panels.length > 1 && panels.map(({ id }, index) => <i key={id} className={index === shown ? 'on' : ''} />)}
    </span>
  )
}

/**
 * Everything on a paired screen, as document.tsx describes it: the panels, the clock, the footer, room for a celebration.
 *
 * @param shown which of the panels that take turns hangs
 * @param clock "14:32"
 * @param travel seconds of the mark's way where no script moves it; null where one does
 */
export function Stage({
  message,
  shown,
  clock,
  age,
  travel,
}: {
  message: ShowMessage
  shown: number
  clock: string
  age: AgeText
  travel: number | null
}) {
  const { pinned, panels, isOff, ticker } = message
  return (
    <>
      <div id="stage" data-layout={pinned ? 'pinned' : 'turns'} data-off={isOff ? '1' : '0'} data-shift="0">
        <div id="panels">
          <Html id="pinned" name="panel pinned" panel={pinned} />
          <Html id="turn" name="panel" panel={panels[shown] ?? null} />
        </div>
        <time id="clock" data-clock="">
          {clock}
        </time>
        <footer id="foot">
          <span data-age="" data-tone={age.tone}>
            {age.text}
          </span>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by renderCelebration, which escapes what others wrote */}
          <span data-ticker="" dangerouslySetInnerHTML={{ __html: ticker ?? '' }} />
          <Pager panels={panels} shown={shown} />
        </footer>
        {travel === null ? (
          <i data-pulse="0" />
        ) : (
          <i data-pulse="" className="travels" style={{ animationDuration: `${travel}s` }} />
        )}
      </div>
      <div id="celebration" data-on="0" />
    </>
  )
}
