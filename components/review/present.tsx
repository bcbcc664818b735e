'use client'
import { useQuery } from '@tanstack/react-query'
import clsx from 'clsx'
import { ChevronLeft, ChevronRight, Maximize, X } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { writingsQuery } from '@/lib/client/review-query'
import type { ReviewAnswer } from '@/lib/report/review/answer'
import { reviewTitle } from '@/lib/report/review/words'
import type { ReviewWritings } from '@/lib/report/review/writings'
import { SlideContent } from './slide-content'
import { slideName, slidesOf } from './slides'
import { useSlideKeys } from './use-slide-keys'
import { useSlides } from './use-slides'

/** A slide is laid out at this size, in pixels, and drawn as large as the window lets it. */
const STAGE = { width: 854, height: 480 }

interface PresentProps {
  answer: ReviewAnswer
  writings: ReviewWritings | null
  today: string
  /** `?revision=2`, `?live` or ''. */
  search: string
}

/** The review as slides in 16:9, for a room: keys or buttons lead through them, and nothing ever scrolls. Notes come as they are written. */
export function Present({ answer, writings, today, search }: PresentProps) {
  const router = useRouter()
  const locale = useLocale()
  const t = useTranslations('reviews')
  const { document: review } = answer
  const { data: now } = useQuery({ ...writingsQuery(review.subject.key), initialData: writings ?? undefined })
  // Calls stay as they were when the meeting began: one that plays must not move to another slide.
  const slides = useMemo(
    () => slidesOf(review, now ? { ...now, calls: (writings ?? now).calls } : null),
    [review, now, writings],
  )
  const show = useSlides(slides)
  const { at, last, playing, first } = show
  const scale = useScale()
  const slide = slides[at]
  const back = `/reviews/${review.subject.key}${search}`

  useSlideKeys(event => ({
    ArrowRight: () => show.go(at + 1),
    PageDown: () => show.go(at + 1),
    ' ': () => show.go(at + (event.shiftKey ? -1 : 1)),
    ArrowLeft: () => show.go(at - 1),
    PageUp: () => show.go(at - 1),
    Home: () => show.go(0),
    End: () => show.go(last),
    f: toggleFullScreen,
    // While a call plays, its player has this key, with those that step and go slower or faster.
    k: playing || first === null ? undefined : () => show.play({ id: first, at: 0 }),
    // In full screen the browser's own Escape only leaves that.
    Escape: () => router.push(back),
  }))

  return (
    <main
      aria-label={t('present.title', { title: reviewTitle(t, locale, review, today) })}
      className="fixed inset-0 grid place-items-center overflow-hidden bg-bg"
    >
      <div
        style={{ width: STAGE.width * (scale ?? 1), height: STAGE.height * (scale ?? 1) }}
        // Not drawn before its size is known: it would jump.
        className={clsx('relative overflow-hidden', scale === null && 'hidden noscript:block')}
      >
        <section
          data-slide={slide?.section}
          data-shows={slide?.shows}
          // A recording that plays speaks for itself.
          aria-live={playing ? 'off' : 'polite'}
          className="absolute top-0 left-0 origin-top-left px-12 pt-10 pb-12"
          style={{ ...STAGE, transform: `scale(${scale ?? 1})` }}
        >
          {slide && (
            <SlideContent
              key={slideName(slide)}
              slide={slide}
              today={today}
              play={{ playing, onPlay: show.play, onEnded: show.follow }}
            />
          )}
        </section>
      </div>
      <nav
        aria-label={t('present.keys')}
        title={t('present.keys')}
        className="absolute right-4 bottom-3 flex items-center gap-1 text-ink-3"
      >
        <Button look="icon" aria-label={t('present.previous')} disabled={at === 0} onClick={() => show.go(at - 1)}>
          <ChevronLeft aria-hidden size={18} />
        </Button>
        <span className="num min-w-14 text-center text-[13px]" data-slide-count>
          {t('present.slide', { at: at + 1, of: slides.length })}
        </span>
        <Button look="icon" aria-label={t('present.next')} disabled={at >= last} onClick={() => show.go(at + 1)}>
          <ChevronRight aria-hidden size={18} />
        </Button>
        <Button look="icon" aria-label={t('present.full')} onClick={toggleFullScreen}>
          <Maximize aria-hidden size={16} />
        </Button>
        <Button look="icon" aria-label={t('present.leave')} onClick={() => router.push(back)}>
          <X aria-hidden size={18} />
        </Button>
      </nav>
    </main>
  )
}

function toggleFullScreen(): void {
  // A browser may refuse; the slides fill the window anyway.
  const change = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()
  change.catch(() => undefined)
}

/** How many times its own size the stage is drawn: as large as fits the window; null before the window is known. */
function useScale(): number | null {
  const [scale, setScale] = useState<number | null>(null)
  useEffect(() => {
    const measure = () => setScale(Math.min(window.innerWidth / STAGE.width, window.innerHeight / STAGE.height))
    measure()
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [])
  return scale
}
