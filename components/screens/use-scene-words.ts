import { useTranslations } from 'next-intl'
import { canonicalView, readChoice } from '@/lib/client/screens-views'
import type { Scene } from '@/lib/tv/show'
import type { Choices } from './choices'

/** What a scene shows in a few words: "This week so far · Inès Caron", the name of a saved view, the beginning of a message. */
export function useSceneWords({ views, people, lines }: Choices): (scene: Scene) => string {
  const t = useTranslations('screens.edit')
  const periods = useTranslations('periods')
  function whoseWords(whose: string): string | null {
    const id = whose.slice(whose.indexOf(':') + 1)
    const line = lines.find(({ number }) => number === id)
    return whose === 'team' ? null : (people.find(each => each.id === id)?.name ?? line?.name ?? id)
  }
  return scene => {
    if (scene.kind === 'message') return scene.text
    const view = canonicalView(scene.view)
    const choice = readChoice(view)
    if (!choice) return views.find(({ search }) => search === view)?.name ?? t('otherView')
    const period = scene.kind === 'day' ? null : periods(choice.period)
    return [period, whoseWords(choice.whose)].filter(Boolean).join(' · ')
  }
}
